package br.com.redcheck.interop;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An {@code Idempotency-Key} that is empty or too long. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
final class UnfitRequestKey extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param longest characters that one may have */
    UnfitRequestKey(int longest) {
        super("refusal.unfit-request-key", longest);
    }
}
