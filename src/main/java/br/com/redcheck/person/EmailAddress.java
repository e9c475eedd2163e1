package br.com.redcheck.person;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to, in lower case and ASCII, so that it is written in one way.
 *
 * <p>RFC 5321 allows more than this (quoted names, bare hosts, addresses in brackets); nobody signs up with those.
 *
 * @param address at most 254 characters
 */
public record EmailAddress(String address) {
    private static final int LONGEST = 254;

    /** What the older rules of domains (RFC 3490) turn into something else than the newer ones do: two places that mail could go to. */
    private static final Pattern TWO_WAYS = Pattern.compile("[ßς\\x{200C}\\x{200D}]");

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
     * Reads an address as people type it; a domain in letters of any script is kept as mail servers know it, {@code xn--…} (RFC 5891).
     *
     * @throws InvalidEmailAddress if it is none, or the name before the @ is not in ASCII: only servers with SMTPUTF8 take that
     */
    public static EmailAddress parse(String text) {
        String typed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = typed.lastIndexOf('@');
        String name = typed.substring(0, Math.max(at, 0));
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            throw InvalidEmailAddress.name();
        }
        return new EmailAddress(name + "@" + domain(typed.substring(at + 1)));
    }

    private static String domain(String typed) {
        if (TWO_WAYS.matcher(typed).find()) {
            throw InvalidEmailAddress.domain();
        }
        try {
            return IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidEmailAddress();
        }
    }

    /** For people to read: the domain in its own letters. */
    public String shown() {
        int at = address.indexOf('@') + 1;
        return address.substring(0, at) + IDN.toUnicode(address.substring(at));
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
