package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Refusal;

/** The file is no scan of a paper that is taken here. */
final class UnreadablePaper extends Refusal {
    private static final long serialVersionUID = 1L;

    private UnreadablePaper(String why, Object... arguments) {
        super("refusal.unreadable-paper." + why, arguments);
    }

    static UnreadablePaper ofAnotherKind() {
        return new UnreadablePaper("kind");
    }

    static UnreadablePaper tooLarge(int megabytes) {
        return new UnreadablePaper("too-large", megabytes);
    }

    static UnreadablePaper tooMany(int most) {
        return new UnreadablePaper("too-many", most);
    }
}
