package br.com.redcheck.exam.worklist;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address asks for a part of the list in a way that means nothing. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
final class BadFilter extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param field the name of the parameter, which is ours */
    BadFilter(String field) {
        super("refusal.bad-filter", field);
    }
}
