package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The key management service does not answer, or not with what was asked for; at the start, and later too. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class KmsUnavailable extends CannotStart {
    private static final long serialVersionUID = 1L;

    /** @param what happened: a status or the name of a failure, never what was sent or answered */
    KmsUnavailable(String what, @Nullable Throwable cause) {
        super("refusal.kms-unavailable", what);
        initCause(cause);
    }
}
