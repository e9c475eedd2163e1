package br.com.redcheck.person;

import java.util.regex.Pattern;

/**
 * A Brazilian telephone number: area code and eight digits, or nine if it is a mobile's.
 *
 * @param e164 as ITU-T E.164 writes it, {@code +5511912345678}
 */
public record Phone(String e164) {
    /** The area codes that Anatel has given out. */
    private static final String AREAS = "(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])";

    private static final Pattern SHAPE = Pattern.compile("\\+55" + AREAS + "(?:9[0-9]{8}|[2-5][0-9]{7})");

    /** @throws InvalidPhone if there is no such area, or no such kind of number */
    public Phone {
        if (!SHAPE.matcher(e164).matches()) {
            throw new InvalidPhone();
        }
    }

    /**
     * Reads a number as people write it: {@code (11) 91234-5678}, {@code 011 3123-4567}, {@code +55 11 91234-5678}.
     *
     * @throws InvalidPhone if it is none, or its area code is missing
     */
    public static Phone parse(String text) {
        String bare = Pasted.plain(text).replaceAll("[()\\s.\\-]", "");
        return new Phone(bare.startsWith("+") ? bare : "+55" + bare.replaceFirst("^0", ""));
    }

    /** As it is written at home, {@code (11) 91234-5678}. */
    public String written() {
        String local = e164.substring(5);
        int hyphen = local.length() - 4;
        return "(" + e164.substring(3, 5) + ") " + local.substring(0, hyphen) + "-" + local.substring(hyphen);
    }

    @Override
    public String toString() {
        return "***" + e164.substring(e164.length() - 2); // safe to log
    }
}
