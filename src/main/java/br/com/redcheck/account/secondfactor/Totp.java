package br.com.redcheck.account.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) in the form that every authenticator app knows: HMAC-SHA-1, six digits, 30 seconds. */
final class Totp {
    /** 160 bits, as RFC 4226 (section 4, R6) recommends. */
    static final int SECRET_BYTES = 20;

    static final int STEP_SECONDS = 30;

    private static final int MODULUS = 1_000_000;

    /** Clocks differ and people type slowly: RFC 6238 (section 5.2) allows for one step. */
    private static final int TOLERATED_STEPS = 1;

    private final SecretKeySpec secret;

    Totp(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA1");
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The six digits of one step of 30 seconds since 1970. */
    String codeOf(long step) {
        byte[] hmac = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hmac[hmac.length - 1] & 0xf; // dynamic truncation, RFC 4226 section 5.3
        int number = ByteBuffer.wrap(hmac).getInt(offset) & Integer.MAX_VALUE;
        return String.format("%06d", number % MODULUS);
    }

    /** The step that a code belongs to, if it is the one of now or of its neighbours. */
    OptionalLong stepOf(String code, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long current = stepAt(now);
        return LongStream.rangeClosed(current - TOLERATED_STEPS, current + TOLERATED_STEPS)
                .filter(step -> MessageDigest.isEqual(codeOf(step).getBytes(StandardCharsets.UTF_8), given))
                .findFirst();
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(secret);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return "Totp[***]";
    }
}
