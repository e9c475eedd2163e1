package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;

/** A field that is needed is empty, holds more than fits, or no choice was made. */
class NotFilledIn extends Refusal {
    private static final long serialVersionUID = 1L;

    private NotFilledIn(String what, Object... arguments) {
        super("refusal.not-filled-in." + what, arguments);
    }

    static NotFilledIn empty() {
        return new NotFilledIn("empty");
    }

    static NotFilledIn tooLong(int longest) {
        return new NotFilledIn("too-long", longest);
    }

    static NotFilledIn notAccepted() {
        return new NotFilledIn("not-accepted");
    }
}
