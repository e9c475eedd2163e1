package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refuses to run as root, and this system offers no user namespace to run it in. */
class RootNotAllowed extends CannotStart {
    private static final long serialVersionUID = 1L;

    RootNotAllowed(@Nullable IOException cause) {
        super("refusal.root-not-allowed");
        initCause(cause);
    }
}
