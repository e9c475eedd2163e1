package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;

/** An image has the SOP Instance UID of one that is on the shelf, and other pixels. Neither takes the other's place. */
final class OtherPixels extends Refusal {
    private static final long serialVersionUID = 1L;

    OtherPixels() {
        super("refusal.other-pixels");
    }
}
