package br.com.redcheck.inference;

import br.com.redcheck.platform.Refusal;
import java.util.Locale;

/** An image that the network's card excludes, and why. */
public final class NotForThisNetwork extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an image is not read; each has a text of its own in the message files. */
    public enum Reason {
        /** Another modality than the card's. */
        MODALITY,
        /** A chest film from the side. */
        LATERAL,
        /** A chest film at an angle, between frontal and from the side. */
        OBLIQUE,
        /** A film that lies on its side or stands on its head. */
        TURNED,
        /** The header names a part of the body that is not the chest. */
        BODY_PART,
        /** The header says that it is an exam of the abdomen. */
        ABDOMEN,
        /** A patient younger than those the network is for. */
        TOO_YOUNG,
        /** A patient older than those. */
        TOO_OLD,
        /** In colour: a picture of a picture, or no radiograph at all. */
        COLOUR,
        /** A CT image that does not lie across the body. */
        NOT_AXIAL,
        /** The overview with which a CT scan is planned. */
        LOCALIZER,
        /** Of a CT series there are not enough slices to span the lungs. */
        TOO_FEW_SLICES,
        /** The raw material of a picture, not the one that is meant to be looked at. */
        FOR_PROCESSING,
        /** Nothing says in which order the slices of a CT series lie. */
        NO_ORDER,
        /** By its pixels a film from the side. */
        LOOKS_LATERAL,
        /** By its pixels a film that lies on its side or stands on its head. */
        LOOKS_TURNED,
        /** By its pixels a negative. */
        LOOKS_NEGATIVE,
        /** All pixels are alike: there is nothing to see. */
        NO_CONTRAST,
        /** There is no image at all. */
        NOTHING
    }

    NotForThisNetwork(Reason reason, Object... arguments) {
        super(
                "refusal.not-for-this-network."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                arguments);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
