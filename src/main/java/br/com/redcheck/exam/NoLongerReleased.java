package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The patient's consent to this use is not there, or no longer. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class NoLongerReleased extends Refusal {
    private static final long serialVersionUID = 1L;

    NoLongerReleased() {
        super("refusal.no-longer-released");
    }
}
