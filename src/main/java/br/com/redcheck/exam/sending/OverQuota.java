package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is announced does not fit into the room that its owner has; said before any byte is taken. */
@ResponseStatus(HttpStatus.INSUFFICIENT_STORAGE)
final class OverQuota extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param left megabytes that the owner still has, without what is announced
     * @param all megabytes that an owner may have
     */
    OverQuota(long left, long all) {
        super("refusal.over-quota", left, all);
    }
}
