package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;

/** A rectangle to be covered lies wholly beside the picture, or in a frame that there is not. */
public final class MaskOutsidePicture extends Refusal {
    private static final long serialVersionUID = 1L;

    MaskOutsidePicture() {
        super("refusal.mask-outside-picture");
    }
}
