package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;
import org.jspecify.annotations.Nullable;

/** The master key does not open the owners' keys in this database. */
class MasterKeyWrong extends CannotStart {
    private static final long serialVersionUID = 1L;

    MasterKeyWrong(@Nullable Throwable cause) {
        super("refusal.master-key-wrong");
        initCause(cause);
    }
}
