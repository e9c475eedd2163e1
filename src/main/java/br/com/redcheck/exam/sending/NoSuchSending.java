package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The asker has no such sending, or it no such file, whether or not somebody else has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchSending extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchSending() {
        super("refusal.no-such-sending");
    }

    /** Reads an id from an address. */
    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NoSuchSending();
        }
    }
}
