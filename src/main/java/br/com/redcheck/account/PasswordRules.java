package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: long ones that nobody would try first. Nothing is asked about digits or signs, which makes passwords
 * harder to remember and not harder to guess (NIST SP 800-63B, 3.1.1.2).
 */
@Component
class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final String COMMON = "/account/common-passwords.txt";

    private final Set<String> common = readCommon();

    /** @throws WeakPassword if the password is not taken */
    void check(CharSequence password, String name, EmailAddress email) {
        int length = Character.codePointCount(password, 0, password.length());
        if (length < SHORTEST) {
            throw new WeakPassword("too-short", SHORTEST);
        }
        if (length > LONGEST) {
            throw new WeakPassword("too-long", LONGEST);
        }
        String plain = plain(password.toString());
        if (common.contains(plain) || plain.chars().distinct().count() < 4) {
            throw new WeakPassword("common");
        }
        if (plain.equals(plain(email.address())) || plain.equals(plain(name))) {
            throw new WeakPassword("own-name");
        }
    }

    /** Capitals and gaps do not make a common password rare. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
    }

    private static Set<String> readCommon() {
        try (InputStream list = PasswordRules.class.getResourceAsStream(COMMON)) {
            if (list == null) {
                throw new IllegalStateException(COMMON + " is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
