package br.com.redcheck.person;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A doctor's number at the council of medicine of a state (Conselho Regional de Medicina).
 *
 * <p>The number has no check digit: that it is a doctor's, and whose, only the council can say.
 *
 * @param number from 1 to 9,999,999
 * @param uf the state whose council gave it out; the same number elsewhere is another doctor's
 */
public record Crm(int number, Uf uf) {
    private static final int LARGEST = 9_999_999;
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:CRM)?[\\s/-]*([A-Z]{2})[\\s/-]*([0-9.]+)|" + "(?:CRM)?[\\s/-]*([0-9.]+)[\\s/-]*([A-Z]{2})");

    /** @throws InvalidCrm if the number is out of range */
    public Crm {
        if (number < 1 || number > LARGEST) {
            throw new InvalidCrm();
        }
    }

    /**
     * Reads number and state as people write them together: {@code CRM/SP 123.456}, {@code CRM-SP 123456}, {@code 123456/SP}.
     *
     * @throws InvalidCrm if there are not both
     * @throws UnknownUf if the letters are no state's
     */
    public static Crm parse(String text) {
        Matcher written = WRITTEN.matcher(Pasted.plain(text).strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            throw new InvalidCrm();
        }
        boolean stateFirst = written.group(1) != null;
        return of(written.group(stateFirst ? 2 : 3), Uf.parse(written.group(stateFirst ? 1 : 4)));
    }

    /**
     * Reads the number alone, with or without points.
     *
     * @throws InvalidCrm if it is none
     */
    public static Crm of(String number, Uf uf) {
        String digits = Pasted.plain(number).replaceAll("[.\\s]", "");
        if (!digits.matches("[0-9]{1,7}")) {
            throw new InvalidCrm();
        }
        return new Crm(Integer.parseInt(digits), uf);
    }

    @Override
    public String toString() {
        return "CRM/" + uf + " " + number;
    }
}
