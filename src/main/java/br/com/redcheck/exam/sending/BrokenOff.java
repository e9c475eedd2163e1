package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The bytes ended before all that were announced had come; nothing of them is kept. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
final class BrokenOff extends Refusal {
    private static final long serialVersionUID = 1L;

    BrokenOff() {
        super("refusal.broken-off");
    }
}
