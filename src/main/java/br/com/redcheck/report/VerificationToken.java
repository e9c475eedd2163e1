package br.com.redcheck.report;

import br.com.redcheck.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 192 bits of chance that stand in a report's QR code: whoever holds the report may ask about it. What we keep is a hash, so that
 * the database alone does not lead to anybody's report.
 */
record VerificationToken(String text) {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 24;

    static VerificationToken random() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new VerificationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The path of the page that answers. */
    String path() {
        return "/verify/" + text;
    }

    byte[] hash() {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "VerificationToken[***]";
    }
}
