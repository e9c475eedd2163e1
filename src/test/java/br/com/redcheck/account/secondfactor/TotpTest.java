package br.com.redcheck.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238 appendix B, the rows for SHA-1; of the eight digits given there, an app of six shows the last. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheRfc(long second, String eightDigits) {
        assertThat(totp.codeOf(Totp.stepAt(Instant.ofEpochSecond(second)))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void aCodeIsTakenOneStepEarlyOrLateAndNoFurther() {
        long step = Totp.stepAt(NOW);

        assertThat(totp.stepOf(totp.codeOf(step - 1), NOW)).hasValue(step - 1);
        assertThat(totp.stepOf(totp.codeOf(step), NOW)).hasValue(step);
        assertThat(totp.stepOf(totp.codeOf(step + 1), NOW)).hasValue(step + 1);
        assertThat(totp.stepOf(totp.codeOf(step - 2), NOW)).isEmpty();
        assertThat(totp.stepOf(totp.codeOf(step + 2), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "81804", "0081804", "²81804", "'081 804'"})
    void whatIsNotSixDigitsIsNoCode(String text) {
        assertThat(totp.stepOf(text, NOW)).isEmpty();
    }

    /** RFC 4648 section 10. */
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheRfcWithoutPadding(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
