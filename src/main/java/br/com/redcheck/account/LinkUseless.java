package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A link that was used before, is too old, or never was one. */
@ResponseStatus(HttpStatus.GONE)
public class LinkUseless extends Refusal {
    private static final long serialVersionUID = 1L;

    LinkUseless() {
        super("refusal.link-useless");
    }
}
