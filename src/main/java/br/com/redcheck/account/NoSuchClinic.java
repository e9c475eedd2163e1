package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such clinic, or the doctor does not belong to it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchClinic extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchClinic() {
        super("refusal.no-such-clinic");
    }
}
