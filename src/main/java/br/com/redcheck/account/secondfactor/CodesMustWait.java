package br.com.redcheck.account.secondfactor;

import br.com.redcheck.platform.Refusal;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Too many wrong codes came for this account; codes of the app count again after a while. */
@ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
class CodesMustWait extends Refusal {
    private static final long serialVersionUID = 1L;

    CodesMustWait(Duration wait) {
        super("refusal.codes-must-wait", wait.toMinutes() + 1);
    }
}
