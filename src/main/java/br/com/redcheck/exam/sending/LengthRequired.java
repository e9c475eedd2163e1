package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A program has not said how many bytes will come. */
@ResponseStatus(HttpStatus.LENGTH_REQUIRED)
final class LengthRequired extends Refusal {
    private static final long serialVersionUID = 1L;

    LengthRequired() {
        super("refusal.length-required");
    }
}
