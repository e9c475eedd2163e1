package br.com.redcheck.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public String toString() {
        return "VerificationToken[***]";
    }
}
