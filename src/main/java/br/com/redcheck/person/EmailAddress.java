package br.com.redcheck.person;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to, in lower case, so that one mailbox is one address.
 *
 * <p>RFC 5321 allows more than this (quoted names, bare hosts, addresses in brackets); nobody signs up with those.
 *
 * @param address at most 254 characters
 */
public record EmailAddress(String address) {
    private static final int LONGEST = 254;
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    private static final Pattern SHAPE = Pattern.compile(
            "(?=[^@]{1,64}@)" // RFC 5321, 4.5.3.1.1
                    + "[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+@"
                    + "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** @throws InvalidEmailAddress if it is not one, or not in lower case */
    public EmailAddress {
        if (address.length() > LONGEST || !SHAPE.matcher(address).matches()) {
            throw new InvalidEmailAddress();
        }
    }

    /**
     * Reads an address as people type it.
     *
     * @throws InvalidEmailAddress if it is none
     */
    public static EmailAddress parse(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The mailbox that mail to this address ends in: what stands behind a plus sign is the owner's own note, and Gmail reads no dots. Two
     * addresses of one mailbox are still two addresses: this is for counting and for taking back, never for letting in.
     */
    public String mailbox() {
        int at = address.indexOf('@');
        String domain = address.substring(at + 1);
        String name = address.substring(0, at).replaceFirst("(?<=.)[+].*", "");
        return GMAIL.contains(domain) ? name.replace(".", "") + "@gmail.com" : name + "@" + domain;
    }

    @Override
    public String toString() {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@')); // safe to log
    }
}
