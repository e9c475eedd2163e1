package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such case, or no such paper in it, for whoever asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchCase extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchCase() {
        super("refusal.no-such-case");
    }
}
