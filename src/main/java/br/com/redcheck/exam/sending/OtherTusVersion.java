package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A program speaks another version of the upload protocol than ours, or none. */
@ResponseStatus(HttpStatus.PRECONDITION_FAILED)
final class OtherTusVersion extends Refusal {
    private static final long serialVersionUID = 1L;

    OtherTusVersion() {
        super("refusal.other-tus-version");
    }
}
