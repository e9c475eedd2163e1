package br.com.redcheck.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for others: the same under the same key, not to be traced back or tried out without it.
 *
 * <p>Not safe for several threads.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    /** UIDs that the standard itself gives out identify nobody. */
    private static final String WELL_KNOWN = "1\\.2\\.840\\.10008\\.[0-9.]+";

    private final Mac mac;

    Pseudonyms(SecretKeySpec key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    static SecretKeySpec key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** A UID below 2.25 (PS3.5 B.2) from 128 bits of the keyed hash; one of the standard's stays. */
    String uid(String original) {
        if (original.isEmpty() || original.matches(WELL_KNOWN)) {
            return original;
        }
        return "2.25." + new BigInteger(1, Arrays.copyOf(hash("uid", original), 16));
    }

    /** A patient id of 16 characters. */
    String patientId(String original) {
        return HexFormat.of().withUpperCase().formatHex(hash("patient-id", original), 0, 8);
    }

    private byte[] hash(String purpose, String original) {
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(original.getBytes(StandardCharsets.UTF_8));
    }
}
