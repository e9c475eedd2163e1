package br.com.redcheck.delivery;

import java.net.URI;
import java.util.Locale;

/**
 * What is printed for a patient. It holds the token, and so it is made for one answer and kept nowhere.
 *
 * @param code the token in groups, to be typed
 * @param door where to type it
 * @param link the address with the token, for the QR code
 * @param until until when it works, in that language
 */
record Slip(String code, URI door, String link, Locale language, String until) {
    /** The address as people type it. */
    public String doorWritten() {
        return door.toString().replaceFirst("^https?://", "");
    }

    @Override
    public String toString() {
        return "Slip[***]";
    }
}
