package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A program speaks the protocol wrongly. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
final class BadUpload extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param what the name of the header or field that is missing or makes no sense */
    BadUpload(String what) {
        super("refusal.bad-upload", what);
    }
}
