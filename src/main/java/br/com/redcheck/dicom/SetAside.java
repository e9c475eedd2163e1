package br.com.redcheck.dicom;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a file is left alone without a word of refusal: it comes with exams, or with the computer, and holds no image. */
public enum SetAside {
    /** The directory of a DICOM medium. */
    DICOMDIR,
    /** What operating systems leave in folders. */
    SYSTEM_FILE,
    /** A link or a device, which may lead anywhere. */
    NOT_A_PLAIN_FILE,
    /** A program or a library, such as the viewer on a CD. */
    PROGRAM,
    /** A text, a page, a picture or a document that lies beside the images. */
    DOCUMENT,
    /** A DICOM object of another kind: a structured report, a key object, a presentation state, a waveform, a document. */
    NO_IMAGE;

    /** Files and folders of Windows, macOS, Linux desktops and network storage, in lower case. */
    private static final Set<String> SYSTEM_NAMES = Set.of(
            "__macosx",
            ".ds_store",
            ".localized",
            ".appledouble",
            ".appledb",
            ".apdisk",
            ".fseventsd",
            ".spotlight-v100",
            ".documentrevisions-v100",
            ".temporaryitems",
            ".trashes",
            ".trash",
            ".volumeicon.icns",
            ".com.apple.timemachine.donotpresent",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "$recycle.bin",
            "system volume information",
            ".directory",
            ".thumbnails",
            ".nomedia",
            ".git",
            "lost+found",
            "@eadir");

    /** The key of the sentence that tells it. */
    public String key() {
        return "aside." + name();
    }

    /** Classes of radiographs, tomograms and secondary captures (PS3.4 B.5). */
    private static final Pattern IMAGE_CLASS =
            Pattern.compile("1\\.2\\.840\\.10008\\.5\\.1\\.4\\.1\\.1\\.[127](\\..*)?");

    /**
     * The reason that an object gives, whatever its name. One that has rows, or the class of an image, means to be an image, and stays
     * one to refuse if its pixels are missing: a film that was cut short is no document.
     */
    public static Optional<SetAside> of(DicomObject object) {
        DataSet set = object.dataSet();
        if (set.contains(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            return Optional.of(DICOMDIR);
        }
        return meansToBeAnImage(set) ? Optional.empty() : Optional.of(NO_IMAGE);
    }

    private static boolean meansToBeAnImage(DataSet set) {
        return set.contains(Tag.ROWS)
                || set.contains(Tag.PIXEL_DATA)
                || set.string(Tag.SOP_CLASS_UID)
                        .filter(uid -> IMAGE_CLASS.matcher(uid).matches())
                        .isPresent();
    }

    /**
     * The reason that a path within a folder or an archive gives by its names. A dot in front says nothing: there are scanners that name
     * their images so.
     */
    static Optional<SetAside> byName(String path) {
        String[] names = path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1);
        for (String name : names) {
            if (SYSTEM_NAMES.contains(name) || name.matches("\\.trash-\\d+")) {
                return Optional.of(SYSTEM_FILE);
            }
        }
        return names.length > 0 && names[names.length - 1].matches("dicomdir(;\\d+)?") // ISO 9660 adds a version
                ? Optional.of(DICOMDIR)
                : Optional.empty();
    }
}
