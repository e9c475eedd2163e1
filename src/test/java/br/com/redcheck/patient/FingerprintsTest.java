package br.com.redcheck.patient;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.person.Cpf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {
    private static final LocalDate BORN = LocalDate.of(1956, 3, 12);

    private final Fingerprints anas = new Fingerprints("a secret of ana's".getBytes(StandardCharsets.UTF_8));
    private final Fingerprints ruis = new Fingerprints("a secret of rui's".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({
        "João D'Ávila da Conceição, Maria de Sá",
        "JOAO  DAVILA CONCEICAO, maria sá",
        "joão d’ávila Conceição, MARIA  DA SA"
    })
    void aPersonIsTheSameHoweverTheyAreSpelt(String name, String mother) {
        assertThat(anas.person(person(name, mother)))
                .hasValueSatisfying(print -> assertThat(print)
                        .isEqualTo(anas.person(person("João D'Ávila da Conceição", "Maria de Sá"))
                                .orElseThrow()));
    }

    @Test
    void anotherNameMotherOrDayIsAnotherPerson() {
        byte[] print = anas.person(person("João Lima", "Maria Sá")).orElseThrow();

        assertThat(anas.person(person("Joana Lima", "Maria Sá")).orElseThrow()).isNotEqualTo(print);
        assertThat(anas.person(person("João Lima", "Marta Sá")).orElseThrow()).isNotEqualTo(print);
        assertThat(anas.person(person("João", "Lima Maria Sá")).orElseThrow()).isNotEqualTo(print);
        assertThat(anas.person(new Identity(
                                "João Lima", BORN.plusDays(1), Sex.M, Optional.empty(), Optional.of("Maria Sá")))
                        .orElseThrow())
                .isNotEqualTo(print);
    }

    @Test
    void twoOwnersShareNoFingerprint() {
        Cpf cpf = Cpf.parse("529.982.247-25");

        assertThat(anas.cpf(cpf)).hasSize(32).isNotEqualTo(ruis.cpf(cpf));
        assertThat(anas.beginnings("Maria Lima")).doesNotContainAnyElementsOf(ruis.beginnings("Maria Lima"));
    }

    @Test
    void aNameIsFoundByTheBeginningsOfItsWordsFromThreeLettersOn() {
        assertThat(anas.beginnings("Maximiliana de Sá"))
                .containsAll(anas.asked("max"))
                .containsAll(anas.asked("sá MAXI"))
                .containsAll(anas.asked("Maximiliana"))
                .doesNotContainAnyElementsOf(anas.asked("ma"))
                .doesNotContainAnyElementsOf(anas.asked("iliana"))
                .hasSize(6 + 1);
    }

    private static Identity person(String name, String mother) {
        return new Identity(name, BORN, Sex.M, Optional.empty(), Optional.of(mother));
    }
}
