package br.com.redcheck.dicom;

/**
 * Something of the original that was found again after cleaning. It never holds what was found.
 *
 * @param place the path of an element, such as {@code (0040,0275)[0](0040,0007)}, or where in the written bytes
 * @param kind what it is of the person
 */
public record Leak(String place, Kind kind) {
    /** What identifies. */
    public enum Kind {
        /** A name, or a part of one that is long enough to tell. */
        NAME,
        /** A number or a word that stands for the patient, the visit, the exam or the machine. */
        IDENTIFIER,
        /** An address, a telephone, an institution, or anything else that was said of the person. */
        CIRCUMSTANCE,
        /** The day of birth, or a day of the original exam. */
        DATE,
        UID,
        /** What the sender has told of the person beside the file. */
        TYPED,
        /** Text that is still seen in the pixels. */
        TEXT_IN_PIXELS,
        /** The original names more than can be looked for; nothing was found, nor can it be ruled out. */
        TOO_MANY
    }
}
