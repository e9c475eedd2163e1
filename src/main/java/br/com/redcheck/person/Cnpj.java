package br.com.redcheck.person;

import java.util.Locale;

/**
 * The taxpayer's number of an organisation: twelve characters, and two digits that vouch for them.
 *
 * <p>Numbers given out from July 2026 on may hold letters among the first twelve. Each character counts as its ASCII code minus
 * 48, by which a digit counts as itself, so one rule serves the old numbers and the new (Instrução Normativa RFB 2.229/2024).
 *
 * @param characters all fourteen, letters in upper case, without punctuation
 */
public record Cnpj(String characters) {
    private static final int BASE = 12;

    /** @throws InvalidCnpj if it is of another shape, all zeros, or the last two digits do not follow from the rest */
    public Cnpj {
        if (!characters.matches("(?!0{14})[0-9A-Z]{12}[0-9]{2}")
                || !vouched(characters, BASE)
                || !vouched(characters, BASE + 1)) {
            throw new InvalidCnpj();
        }
    }

    /**
     * Reads a CNPJ as people write it, {@code 12.ABC.345/01DE-35} or without punctuation, in either case.
     *
     * @throws InvalidCnpj if it is none
     */
    public static Cnpj parse(String text) {
        return new Cnpj(Pasted.plain(text).replaceAll("[./\\-\\s]", "").toUpperCase(Locale.ROOT));
    }

    /** As it stands on paper, {@code 12.ABC.345/01DE-35}. */
    public String written() {
        return characters.replaceFirst("(..)(...)(...)(....)(..)", "$1.$2.$3/$4-$5");
    }

    /** Weights run 2 to 9 from right to left, and again. */
    private static boolean vouched(String characters, int at) {
        int sum = 0;
        for (int i = 0; i < at; i++) {
            sum += (characters.charAt(i) - '0') * (2 + (at - 1 - i) % 8);
        }
        int rest = sum % 11;
        return characters.charAt(at) - '0' == (rest < 2 ? 0 : 11 - rest);
    }

    @Override
    public String toString() {
        return written();
    }
}
