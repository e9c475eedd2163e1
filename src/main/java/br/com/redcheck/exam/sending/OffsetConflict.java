package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The bytes do not begin where those that are here end; the sender asks where to go on. */
@ResponseStatus(HttpStatus.CONFLICT)
final class OffsetConflict extends Refusal {
    private static final long serialVersionUID = 1L;

    OffsetConflict() {
        super("refusal.offset-conflict");
    }
}
