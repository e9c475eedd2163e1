package br.com.redcheck.reading;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such network here, or its weights may not be handed on. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchNetwork extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchNetwork() {
        super("refusal.no-such-network");
    }
}
