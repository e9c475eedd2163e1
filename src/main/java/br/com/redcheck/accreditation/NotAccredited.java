package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Standing.EvidenceAsked;
import br.com.redcheck.accreditation.Standing.Refused;
import br.com.redcheck.accreditation.Standing.Suspended;
import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Without a licence nobody sends exams. Each standing has a text of its own, which says what it means and what to do. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotAccredited extends Refusal {
    private static final long serialVersionUID = 1L;

    private NotAccredited(String standing, Object... reason) {
        super("refusal.not-accredited." + standing, reason);
    }

    static NotAccredited neverAsked() {
        return new NotAccredited("never-asked");
    }

    static NotAccredited because(Standing standing) {
        String key = standing.kind().key();
        if (standing instanceof EvidenceAsked asked) {
            return new NotAccredited(key, asked.what());
        } else if (standing instanceof Refused refused) {
            return new NotAccredited(key, refused.reason());
        } else if (standing instanceof Suspended suspended) {
            return new NotAccredited(key, suspended.reason());
        }
        return new NotAccredited(key);
    }
}
