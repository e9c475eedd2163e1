package br.com.redcheck.vault;

import br.com.redcheck.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** The sealed bytes are not those that were sealed, or not under this owner's key: damaged, exchanged, or somebody else's. */
public class SealBroken extends Refusal {
    private static final long serialVersionUID = 1L;

    SealBroken(@Nullable Throwable cause) {
        super("refusal.seal-broken");
        initCause(cause);
    }
}
