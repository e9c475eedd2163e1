package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A clinic was to be handed over to a doctor who has no licence now. Why is told to that doctor alone. */
@ResponseStatus(HttpStatus.CONFLICT)
final class SuccessorNotAccredited extends Refusal {
    private static final long serialVersionUID = 1L;

    SuccessorNotAccredited() {
        super("refusal.successor-not-accredited");
    }
}
