package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;
import java.util.Locale;

/** A file or an archive is not safe to open, or cannot be opened. */
public final class RefusedFile extends Refusal {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** More than {@link WalkLimits#files()}; the walk ends. */
        TOO_MANY_FILES,
        /** More than {@link WalkLimits#totalBytes()}; the walk ends. */
        TOO_MUCH_IN_ALL,
        /** More than {@link WalkLimits#fileBytes()}. */
        TOO_LARGE,
        /** Beyond {@link WalkLimits#compressionRatio()}, as only a zip bomb is. */
        ZIP_BOMB,
        /** A name that leads out of the archive, or that is not for showing. */
        UNSAFE_NAME,
        /** An archive without a single file. */
        EMPTY_ARCHIVE,
        /** An archive that we know by its kind alone, such as RAR. */
        OTHER_ARCHIVE,
        /** A program, which may be an archive that unpacks itself. */
        PROGRAM,
        /** A document, such as a PDF. */
        DOCUMENT,
        /** A picture, such as a JPEG. */
        PICTURE,
        ENCRYPTED,
        UNSUPPORTED_COMPRESSION,
        /** Beyond {@link WalkLimits#nesting()}. */
        NESTED_ARCHIVE,
        /** The archive breaks off or contradicts itself; what came before was handed over. */
        DAMAGED_ARCHIVE,
        /** It is not there, or we may not read it. */
        NOT_READABLE
    }

    private final Reason reason;

    RefusedFile(Reason reason, Object... arguments) {
        super("refusal.refused-file." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
        this.reason = reason;
    }

    static RefusedFile damaged(Exception cause) {
        RefusedFile refusal = new RefusedFile(Reason.DAMAGED_ARCHIVE);
        refusal.initCause(cause);
        return refusal;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }

    /** Whether nothing more may be looked at. */
    boolean endsWalk() {
        return reason == Reason.TOO_MANY_FILES || reason == Reason.TOO_MUCH_IN_ALL;
    }
}
