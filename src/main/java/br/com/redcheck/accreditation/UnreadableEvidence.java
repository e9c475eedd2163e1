package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;

/** The file is no paper that an administrator could look at. */
class UnreadableEvidence extends Refusal {
    private static final long serialVersionUID = 1L;

    private UnreadableEvidence(String why, Object... arguments) {
        super("refusal.unreadable-evidence." + why, arguments);
    }

    static UnreadableEvidence ofAnotherKind() {
        return new UnreadableEvidence("kind");
    }

    static UnreadableEvidence tooLarge(int megabytes) {
        return new UnreadableEvidence("too-large", megabytes);
    }

    static UnreadableEvidence tooManyPages(int most) {
        return new UnreadableEvidence("too-many-pages", most);
    }

    /** Broken, locked with a password, or too demanding to be painted. */
    static UnreadableEvidence notPaintable() {
        return new UnreadableEvidence("broken");
    }
}
