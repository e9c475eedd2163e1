package br.com.redcheck.dicom;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a file is left alone without a word of refusal: it comes with exams, or with the computer, and holds no image. */
public enum SetAside {
    /** The directory of a DICOM medium. */
    DICOMDIR,
    /** What operating systems leave in folders. */
    SYSTEM_FILE,
    /** A link or a device, which may lead anywhere. */
    NOT_A_PLAIN_FILE,
    /** A DICOM object of another kind: a structured report, a key object, a presentation state, a waveform, a document. */
    NO_IMAGE;

    private static final Set<String> SYSTEM_NAMES =
            Set.of("__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "system volume information");

    /** The key of the sentence that tells it. */
    public String key() {
        return "aside." + name();
    }

    /**
     * The reason that an object gives, whatever its name. One that has rows means to be an image, and stays one to refuse if its pixels are
     * missing.
     */
    public static Optional<SetAside> of(DicomObject object) {
        DataSet set = object.dataSet();
        if (set.contains(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            return Optional.of(DICOMDIR);
        }
        return set.contains(Tag.ROWS) || set.contains(Tag.PIXEL_DATA) ? Optional.empty() : Optional.of(NO_IMAGE);
    }

    /** The reason that a path within a folder or an archive gives by its names. */
    static Optional<SetAside> byName(String path) {
        String[] names = path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1);
        for (String name : names) {
            if (SYSTEM_NAMES.contains(name) || name.matches("\\.[^.].*")) {
                return Optional.of(SYSTEM_FILE);
            }
        }
        return names.length > 0 && names[names.length - 1].matches("dicomdir(;\\d+)?") // ISO 9660 adds a version
                ? Optional.of(DICOMDIR)
                : Optional.empty();
    }
}
