package br.com.redcheck.delivery;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The doctor has handed out no such link, or it was revoked. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchLink extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchLink() {
        super("refusal.no-such-link");
    }
}
