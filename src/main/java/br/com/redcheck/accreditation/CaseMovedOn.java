package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The step does not follow from where the case stands: somebody has been quicker, or it never did. */
@ResponseStatus(HttpStatus.CONFLICT)
class CaseMovedOn extends Refusal {
    private static final long serialVersionUID = 1L;

    CaseMovedOn() {
        super("refusal.case-moved-on");
    }

    /**
     * The standing as the type that has the step.
     *
     * @throws CaseMovedOn if it is of another
     */
    static <S extends Standing> S unless(Class<S> wanted, Standing standing) {
        if (!wanted.isInstance(standing)) {
            throw new CaseMovedOn();
        }
        return wanted.cast(standing);
    }
}
