package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The patient has no such paper. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchPaper extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchPaper() {
        super("refusal.no-such-paper");
    }
}
