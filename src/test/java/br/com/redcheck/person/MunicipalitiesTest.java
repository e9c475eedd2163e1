package br.com.redcheck.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalitiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"São Paulo", "sao paulo", "SAO  PAULO", "são paulo - sp", "sao paulo sp"})
    void theCapitalIsMeantHoweverItIsTyped(String typed) {
        assertThat(Municipalities.named(typed).code()).isEqualTo(3550308);
        assertThat(Municipalities.typed(typed, 5).get(0).code()).isEqualTo(3550308);
    }

    @Test
    void anApostropheMayBeLeftOut() {
        assertThat(Municipalities.named("alta floresta doeste").written()).isEqualTo("Alta Floresta D'Oeste - RO");
        assertThat(Municipalities.named("Alta Floresta D’Oeste").code()).isEqualTo(1100015);
    }

    @Test
    void theBeginningsOfWordsAreEnoughForTheList() {
        assertThat(Municipalities.typed("rio jan", 3))
                .extracting(Municipality::written)
                .startsWith("Rio de Janeiro - RJ");
        assertThat(Municipalities.typed("campi pb", 3))
                .extracting(Municipality::written)
                .containsExactly("Campina Grande - PB");
        assertThat(Municipalities.typed("campi", 4)).hasSize(4);
    }

    @Test
    void ofSeveralOfOneNameNoneIsMeantWithoutItsState() {
        List<Municipality> all = Municipalities.typed("Bom Jesus", 5);

        assertThat(all).allMatch(one -> one.name().startsWith("Bom Jesus"));
        assertThatExceptionOfType(UnknownMunicipality.class).isThrownBy(() -> Municipalities.named("Bom Jesus"));
        assertThat(Municipalities.named("Bom Jesus - RS").uf()).isEqualTo(Uf.RS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "campi", "São Paulo - RJ", "Atlântida"})
    void whatIsNoMunicipalityIsRefused(String typed) {
        assertThatExceptionOfType(UnknownMunicipality.class).isThrownBy(() -> Municipalities.named(typed));
    }

    @Test
    void everyMunicipalityIsFoundByWhatIsWrittenOfItAndByItsCode() {
        List<Municipality> all = Arrays.stream(Uf.values())
                .flatMap(uf -> Municipalities.typed(uf.name(), 1_000).stream().filter(one -> one.uf() == uf))
                .toList();

        assertThat(all).hasSize(5_570).doesNotHaveDuplicates();
        for (Municipality one : all) {
            assertThat(Municipalities.named(one.written())).isEqualTo(one);
            assertThat(Municipalities.of(one.code())).isEqualTo(one);
        }
        assertThatExceptionOfType(UnknownMunicipality.class).isThrownBy(() -> Municipalities.of(1));
    }
}
