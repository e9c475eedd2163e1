package br.com.redcheck.dicom;

import java.util.List;
import java.util.stream.Stream;

/** What becomes of an element when identity is taken out of an object (PS3.15 table E.1-1a). */
public enum DeidentificationAction {
    /** Stays; in a sequence, what its items hold is judged element by element. */
    KEEP("K"),
    /** Is removed. */
    REMOVE("X"),
    /** Stays without a value. */
    EMPTY("Z"),
    /** Gets a value that says nothing. */
    DUMMY("D"),
    /** Gets another UID, the same for the same original. */
    REPLACE_UID("U"),
    /** Keeps what identifies nobody: a date is moved, a text loses all words but harmless ones. */
    CLEAN("C");

    private final String code;

    DeidentificationAction(String code) {
        this.code = code;
    }

    /** The letter that the table has for it. */
    public String code() {
        return code;
    }

    static DeidentificationAction of(String code) {
        return Stream.of(values())
                .filter(action -> action.code.equals(code.replace("*", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No action of PS3.15: " + code));
    }

    /**
     * Which of several actions, such as those of {@code X/Z/D}, leaves an object valid: the first where the element may be
     * absent, the last where it needs a value. Of an element that nobody knows, the last: it is valid everywhere.
     */
    static DeidentificationAction of(List<DeidentificationAction> choice, AttributeType type) {
        DeidentificationAction last = choice.get(choice.size() - 1);
        return switch (type) {
            case OPTIONAL -> choice.get(0);
            case MAY_BE_EMPTY -> choice.contains(EMPTY) ? EMPTY : last;
            case REQUIRED, UNKNOWN -> last;
        };
    }
}
