package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was sent as drawn over an image is no such thing. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class UselessAnnotation extends Refusal {
    private static final long serialVersionUID = 1L;

    public UselessAnnotation() {
        super("refusal.useless-annotation");
    }
}
