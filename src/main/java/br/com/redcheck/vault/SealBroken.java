package br.com.redcheck.vault;

import br.com.redcheck.platform.OwnFault;
import org.jspecify.annotations.Nullable;

/** The sealed bytes are not those that were sealed, or not under this owner's key: damaged, exchanged, or somebody else's. */
public class SealBroken extends OwnFault {
    private static final long serialVersionUID = 1L;

    SealBroken(@Nullable Throwable cause) {
        this("What was sealed", cause);
    }

    SealBroken(BlobRef blob, @Nullable Throwable cause) {
        this("The blob " + blob.id(), cause);
    }

    private SealBroken(String what, @Nullable Throwable cause) {
        super("fault.seal-broken", what + " is damaged, exchanged, or another owner's");
        initCause(cause);
    }
}
