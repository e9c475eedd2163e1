package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;
import java.util.Locale;

/** The bytes are not a DICOM object that we can read. */
public final class UnreadableDicom extends Refusal {
    private static final long serialVersionUID = 1L;

    /** What was wrong with the bytes. */
    public enum Reason {
        /** Neither the DICOM prefix nor anything that looks like a data set. */
        NOT_DICOM,
        /** No byte at all. */
        EMPTY,
        /** A whole CD or DVD in one file (ISO 9660 or UDF). */
        DISC_IMAGE,
        /** The file ends before what it announces. */
        TRUNCATED,
        /** More bytes than {@link DicomLimits#objectBytes()}. */
        TOO_LARGE,
        /** Sequences nested deeper than {@link DicomLimits#depth()}. */
        TOO_DEEP,
        /** More elements than {@link DicomLimits#elements()}. */
        TOO_MANY_ELEMENTS,
        /** The structure breaks the rules of PS3.5 beyond guessing. */
        MALFORMED,
        /** An encoding of the data set that we do not know. */
        UNSUPPORTED_TRANSFER_SYNTAX
    }

    private final Reason reason;

    UnreadableDicom(Reason reason, Object... arguments) {
        super(
                "refusal.unreadable-dicom."
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                arguments);
        this.reason = reason;
    }

    /** What was wrong. */
    public Reason reason() {
        return reason;
    }
}
