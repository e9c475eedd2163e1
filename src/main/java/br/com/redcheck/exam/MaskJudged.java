package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The masks of this exam were judged before: what they cover has been destroyed. */
@ResponseStatus(HttpStatus.CONFLICT)
class MaskJudged extends Refusal {
    private static final long serialVersionUID = 1L;

    MaskJudged() {
        super("refusal.mask-judged");
    }
}
