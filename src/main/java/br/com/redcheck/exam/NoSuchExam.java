package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The asker has no such exam or image, whether or not somebody else has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchExam extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoSuchExam() {
        super("refusal.no-such-exam");
    }
}
