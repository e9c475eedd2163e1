package br.com.redcheck.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for others: the same under the same key, not to be traced back or tried out without it.
 *
 * <p>A pseudonym has 128 bits: 80 of the keyed hash of the original, and a mark of 48 bits, the keyed hash of those 80. By the
 * mark the holder of the key, and nobody else, tells a pseudonym from an original, so that one never gets another. The 80 bits
 * keep a thousand million originals apart (chance of two alike below one in a million); a foreign value passes for one of ours
 * with a chance of 2^-48, and would then stay as it is.
 *
 * <p>Not safe for several threads.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH = 10;
    private static final int LENGTH = 16;
    private static final String PREFIX = "2.25.";
    private static final Pattern OWN_UID = Pattern.compile("2\\.25\\.(0|[1-9][0-9]{0,38})");
    private static final Pattern OWN_PATIENT_ID = Pattern.compile("[0-9A-F]{32}");

    /** UIDs that the standard itself gives out; their parts are too short to hold a date or a number of a person. */
    private static final Pattern WELL_KNOWN = Pattern.compile("1\\.2\\.840\\.10008(\\.[0-9]{1,4}){1,9}");

    /** A year and ten more: an exam is never shown at its own time of life, nor so early that it looks like film. */
    private static final int LEAST_SHIFT = 365;

    private static final int SHIFTS = 3650;

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

    static boolean isWellKnown(String uid) {
        return WELL_KNOWN.matcher(uid).matches();
    }

    /** A UID below 2.25 (PS3.5 B.2); one of the standard's and one of ours stay. */
    String uid(String original) {
        if (original.isEmpty() || isWellKnown(original) || isOwnUid(original)) {
            return original;
        }
        return PREFIX + new BigInteger(1, pseudonym("uid", original));
    }

    /** A patient id of 32 characters; one of ours stays. */
    String patientId(String original) {
        return isOwnPatientId(original)
                ? original
                : HexFormat.of().withUpperCase().formatHex(pseudonym("patient-id", original));
    }

    /** Whether we made that UID, under this key. */
    boolean isOwnUid(String uid) {
        if (!OWN_UID.matcher(uid).matches()) {
            return false;
        }
        BigInteger number = new BigInteger(uid.substring(PREFIX.length()));
        if (number.bitLength() > 8 * LENGTH) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.putLong(number.shiftRight(64).longValue()).putLong(number.longValue());
        return isMarked("uid", bytes.array());
    }

    /** Whether we made that patient id, under this key. */
    boolean isOwnPatientId(String id) {
        return OWN_PATIENT_ID.matcher(id).matches()
                && isMarked("patient-id", HexFormat.of().parseHex(id));
    }

    /**
     * Whether the object was made by us, under this key: then its dates have moved. That it says so is not enough, for anybody
     * can write that; its ids must be ours.
     */
    boolean made(DataSet object) {
        return object.string(Tag.PATIENT_IDENTITY_REMOVED).filter("YES"::equals).isPresent()
                && object.string(Tag.PATIENT_ID).filter(this::isOwnPatientId).isPresent()
                && object.string(Tag.SOP_INSTANCE_UID)
                        .map(uid -> uid(uid).equals(uid))
                        .orElse(true);
    }

    /** Whether a text, in either case, is a pseudonym of ours. */
    boolean isOwn(String text) {
        return isOwnUid(text) || isOwnPatientId(text.toUpperCase(Locale.ROOT));
    }

    /** How many days the dates of that patient are moved back, 365 to 4,014. */
    int daysBack(String patient) {
        // The remainder of 63 bits favours no number by more than one in 10^15.
        long number = ByteBuffer.wrap(hash("date-shift", bytes(patient))).getLong() >>> 1;
        return LEAST_SHIFT + (int) (number % SHIFTS);
    }

    private byte[] pseudonym(String purpose, String original) {
        byte[] marked = Arrays.copyOf(hash(purpose, bytes(original)), LENGTH);
        System.arraycopy(mark(purpose, marked), 0, marked, HASH, LENGTH - HASH);
        return marked;
    }

    private boolean isMarked(String purpose, byte[] pseudonym) {
        return Arrays.equals(mark(purpose, pseudonym), 0, LENGTH - HASH, pseudonym, HASH, LENGTH);
    }

    private byte[] mark(String purpose, byte[] pseudonym) {
        return hash(purpose + "-mark", Arrays.copyOf(pseudonym, HASH));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] hash(String purpose, byte[] original) {
        mac.update(bytes(purpose));
        mac.update((byte) 0);
        return mac.doFinal(original);
    }
}
