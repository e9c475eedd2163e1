package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An API key is good, but was not made for this. */
@ResponseStatus(HttpStatus.FORBIDDEN)
final class OutOfScope extends Refusal {
    private static final long serialVersionUID = 1L;

    OutOfScope() {
        super("refusal.out-of-scope");
    }
}
