package br.com.redcheck.vault;

import br.com.redcheck.platform.OwnFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The key management service does not answer, or not with what was asked for. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class KmsAway extends OwnFault {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what happened: a status or the name of a failure, never what was sent or answered */
    KmsAway(String what, @Nullable Throwable cause) {
        super("fault.kms-away", "the key management service does not answer: " + what);
        this.what = what;
        initCause(cause);
    }

    String what() {
        return what;
    }
}
