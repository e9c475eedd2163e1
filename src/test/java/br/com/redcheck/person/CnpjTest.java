package br.com.redcheck.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The old numbers are digits only; the new may hold letters. */
class CnpjTest {
    private final Random random = new Random(4);

    @Test
    void numbersOfDigitsAreTakenAndMistypedOnesFound() {
        for (int i = 0; i < 200; i++) {
            String right = PaperNumbers.cnpj(random);
            int place = random.nextInt(14);
            char other = (char) ('0' + (right.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);

            assertThat(Cnpj.parse(right).characters()).isEqualTo(right);
            assertThatThrownBy(() -> Cnpj.parse(right.substring(0, place) + other + right.substring(place + 1)))
                    .as("%s with %s at %d", right, other, place)
                    .isInstanceOf(InvalidCnpj.class);
        }
    }

    /** The example that the tax office gives for the new form. */
    @Test
    void lettersCountAsTheirCodeLess48() {
        assertThat(Cnpj.parse("12.abc.345/01de-35").written()).isEqualTo("12.ABC.345/01DE-35");
        assertThatThrownBy(() -> Cnpj.parse("12.ABD.345/01DE-35")).isInstanceOf(InvalidCnpj.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000000000", "12ABC34501DEAB", "12ABC34501DE3", "12ÁBC34501DE35"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Cnpj.parse(text)).isInstanceOf(InvalidCnpj.class);
    }
}
