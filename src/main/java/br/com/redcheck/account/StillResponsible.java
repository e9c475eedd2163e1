package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The account answers for a clinic in which there are others: one of them has to take over before it is closed. */
@ResponseStatus(HttpStatus.CONFLICT)
public class StillResponsible extends Refusal {
    private static final long serialVersionUID = 1L;

    StillResponsible() {
        super("refusal.still-responsible");
    }
}
