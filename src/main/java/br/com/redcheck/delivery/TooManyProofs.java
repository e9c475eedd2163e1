package br.com.redcheck.delivery;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** So many proofs were wrong that the next one is not looked at for some minutes. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
final class TooManyProofs extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyProofs() {
        super("refusal.too-many-proofs");
    }
}
