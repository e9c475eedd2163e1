package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;
import java.util.Locale;

/** The object may be sound, but its pixels cannot be shown or read by a network. */
public final class UnreadablePixels extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why the pixels cannot be read. */
    public enum Reason {
        /** The object holds no image: a report, a waveform, a presentation state. */
        NO_PIXEL_DATA,
        /** More pixels or frames than {@link DicomLimits} allows. */
        TOO_LARGE,
        /** Fewer bytes, or fewer frames, than the header promises. */
        TRUNCATED,
        /** A sound compression that this engine does not decode; the argument names the transfer syntax. */
        UNSUPPORTED,
        /** A sample layout outside what is decoded; the argument names what. */
        UNSUPPORTED_LAYOUT,
        /** Floating-point samples. */
        FLOAT,
        /** The header contradicts itself or lacks a part; the argument is the keyword of the attribute. */
        HEADER,
        /** The compressed stream is broken or does not agree with the header. */
        CORRUPT,
        /** A colour picture where a gray one is asked for; the argument is the photometric interpretation. */
        COLOUR
    }

    private final Reason reason;

    UnreadablePixels(Reason reason, Object... arguments) {
        super(
                "refusal.unreadable-pixels."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                arguments);
        this.reason = reason;
    }

    /** A broken stream, with what the decoder said of it kept as the cause for the log. */
    static UnreadablePixels corrupt(Throwable cause) {
        UnreadablePixels refusal = new UnreadablePixels(Reason.CORRUPT);
        refusal.initCause(cause);
        return refusal;
    }

    public Reason reason() {
        return reason;
    }
}
