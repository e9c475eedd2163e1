package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Refusal;

/** A field that a finished form needs holds nothing yet; a form that is not finished may leave it so. */
final class StillEmpty extends Refusal {
    private static final long serialVersionUID = 1L;

    private StillEmpty(String what, Object... arguments) {
        super("refusal.still-empty." + what, arguments);
    }

    static StillEmpty text() {
        return new StillEmpty("text");
    }

    static StillEmpty choice() {
        return new StillEmpty("choice");
    }

    static StillEmpty day() {
        return new StillEmpty("day");
    }

    /** Without CPF nobody is found again but by their mother. */
    static StillEmpty mother() {
        return new StillEmpty("mother");
    }
}
