package br.com.redcheck.exam.worklist;

import java.util.Base64;

/**
 * Patients who were looked up, as they stand in an address: sealed, another text each time, and of use to their owner alone.
 *
 * @param text letters that an address may hold
 */
record PatientToken(String text) {
    private static final int LONGEST = 1000;

    /** @throws IllegalArgumentException if nothing sealed is written like this */
    PatientToken {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("Longer than any");
        }
        Base64.getUrlDecoder().decode(text);
    }

    static PatientToken of(byte[] sealed) {
        return new PatientToken(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    byte[] sealed() {
        return Base64.getUrlDecoder().decode(text);
    }
}
