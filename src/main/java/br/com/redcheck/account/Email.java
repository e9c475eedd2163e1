package br.com.redcheck.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** The e-mail address that an account is found by, in lower case: people write theirs in either. */
record Email(String address) {
    /** The longest that fits into a mail command (RFC 5321, 4.5.3.1.3). */
    private static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");

    Email {
        if (address.length() > LONGEST || !SHAPE.matcher(address).matches()) {
            throw new NotAnEmail();
        }
    }

    /** @throws NotAnEmail if the text is none */
    static Email parse(String text) {
        return new Email(text.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "***@" + address.substring(address.indexOf('@') + 1);
    }
}
