package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Another file was sent under this key before. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
final class OtherFile extends Refusal {
    private static final long serialVersionUID = 1L;

    OtherFile() {
        super("refusal.other-file");
    }
}
