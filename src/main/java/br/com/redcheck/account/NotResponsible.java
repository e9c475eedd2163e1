package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Only the doctor who answers for a clinic invites and removes others, and cannot be removed. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotResponsible extends Refusal {
    private static final long serialVersionUID = 1L;

    NotResponsible() {
        super("refusal.not-responsible");
    }
}
