package br.com.redcheck.dicom;

/** What becomes of an element when identity is taken out of an object (PS3.15 table E.1-1a). */
public enum DeidentificationAction {
    /** Stays; in a sequence, what its items hold is judged element by element. */
    KEEP,
    /** X: is removed. */
    REMOVE,
    /** Z: stays without a value. */
    EMPTY,
    /** D: gets a value that says nothing. */
    DUMMY,
    /** U: gets another UID, the same for the same original. */
    REPLACE_UID;

    /** The last of the codes that the table gives, such as {@code X/Z/U*}. */
    static DeidentificationAction of(String codes) {
        return switch (codes.substring(codes.lastIndexOf('/') + 1)) {
            case "X" -> REMOVE;
            case "Z" -> EMPTY;
            case "D" -> DUMMY;
            case "U", "U*" -> REPLACE_UID;
            default -> throw new IllegalArgumentException("No action of the Basic Profile: " + codes);
        };
    }
}
