package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;

/** PostgreSQL refuses to run as root, and this system offers no user namespace to run it in. */
class RootNotAllowed extends CannotStart {
    private static final long serialVersionUID = 1L;

    RootNotAllowed() {
        super("refusal.root-not-allowed");
    }
}
