package br.com.redcheck.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CPF is eleven digits of which two vouch for the others; the numbers here are made by chance. */
class CpfTest {
    private final Random random = new Random(4);

    @Test
    void ofAllPairsOfCheckDigitsExactlyOneIsTaken() {
        for (int i = 0; i < 200; i++) {
            String nine = "%09d".formatted(random.nextInt(1, 999_999_999));
            long taken = random.ints(0, 100)
                    .distinct()
                    .limit(100)
                    .filter(pair -> isCpf(nine + "%02d".formatted(pair)))
                    .count();

            assertThat(taken).as(nine).isEqualTo(1);
        }
    }

    @Test
    void oneMistypedDigitIsFound() {
        for (int i = 0; i < 200; i++) {
            String right = PaperNumbers.cpf(random);
            int place = random.nextInt(11);
            char other = (char) ('0' + (right.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);

            assertThat(isCpf(right)).as(right).isTrue();
            assertThat(isCpf(right.substring(0, place) + other + right.substring(place + 1)))
                    .as("%s with %s at %d", right, other, place)
                    .isFalse();
        }
    }

    @Test
    void punctuationIsAMatterOfTaste() {
        Cpf cpf = new Cpf(PaperNumbers.cpf(random));

        assertThat(Cpf.parse(" " + cpf.written() + " ")).isEqualTo(cpf);
        assertThat(cpf.written()).matches("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}");
    }

    @Test
    void itsTextMayBeLogged() {
        Cpf cpf = new Cpf(PaperNumbers.cpf(random));

        assertThat(cpf.toString()).isEqualTo("***.***.***-" + cpf.digits().substring(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "11111111111", "00000000000", "123456789012", "1234567890a", "١٢٣٤٥٦٧٨٩٠٩"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Cpf.parse(text)).isInstanceOf(InvalidCpf.class);
    }

    private static boolean isCpf(String text) {
        try {
            return Cpf.parse(text).digits().equals(text);
        } catch (InvalidCpf no) {
            return false;
        }
    }
}
