package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The draft that somebody has before them is no longer the one that is kept. */
@ResponseStatus(HttpStatus.CONFLICT)
class DraftMovedOn extends Refusal {
    private static final long serialVersionUID = 1L;

    private DraftMovedOn(String how) {
        super("refusal.draft-moved-on." + how);
    }

    /** Another window, or a colleague, has saved meanwhile. */
    static DraftMovedOn saved() {
        return new DraftMovedOn("saved");
    }

    /** It was signed or thrown away, or there never was one. */
    static DraftMovedOn gone() {
        return new DraftMovedOn("gone");
    }
}
