package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;

/** There is no PostgreSQL for this kind of machine in the application. */
class NoBinaries extends CannotStart {
    private static final long serialVersionUID = 1L;

    NoBinaries(String archive) {
        super("refusal.no-binaries", archive);
    }
}
