package br.com.redcheck.patient;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The asker has no such patient, whether or not somebody else has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchPatient extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoSuchPatient() {
        super("refusal.no-such-patient");
    }
}
