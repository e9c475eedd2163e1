package br.com.redcheck.account;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A program has shown no API key, or one that opens nothing. Whoever holds a whole key may know what has become of it. */
@ResponseStatus(HttpStatus.UNAUTHORIZED)
final class UselessApiKey extends Refusal {
    private static final long serialVersionUID = 1L;

    private UselessApiKey(String why) {
        super("refusal.useless-api-key." + why);
    }

    static UselessApiKey missing() {
        return new UselessApiKey("missing");
    }

    static UselessApiKey unknown() {
        return new UselessApiKey("unknown");
    }

    /** It was taken out of use. */
    static UselessApiKey revoked() {
        return new UselessApiKey("revoked");
    }

    static UselessApiKey expired() {
        return new UselessApiKey("expired");
    }

    /** Who made it has closed the account, or no longer answers for the clinic. */
    static UselessApiKey orphaned() {
        return new UselessApiKey("orphaned");
    }
}
