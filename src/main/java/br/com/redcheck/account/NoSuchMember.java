package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The account that a clinic is to be handed over to is not one of its doctors. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchMember extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchMember() {
        super("refusal.no-such-member");
    }
}
