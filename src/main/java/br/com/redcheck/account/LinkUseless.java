package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A link that was used before, is too old, was taken back, or never was one. */
@ResponseStatus(HttpStatus.GONE)
public class LinkUseless extends Refusal {
    private static final long serialVersionUID = 1L;

    LinkUseless() {
        this("refusal.link-useless");
    }

    private LinkUseless(String key) {
        super(key);
    }

    /** An invitation cannot be asked for by the invited: the text says who sends another. */
    static LinkUseless of(Purpose purpose) {
        return switch (purpose) {
            case MEMBER, ADMINISTRATOR -> new LinkUseless("refusal.link-useless.invitation");
            case CONFIRM, RESET, SIGN_IN -> new LinkUseless();
        };
    }
}
