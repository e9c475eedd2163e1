package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Administrators have an account of their own, and the e-mail has another already. Said to invited people only. */
@ResponseStatus(HttpStatus.CONFLICT)
public class EmailTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    EmailTaken() {
        super("refusal.email-taken");
    }
}
