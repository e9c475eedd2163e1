package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;

/** The port that was asked for is in use. */
class PortTaken extends CannotStart {
    private static final long serialVersionUID = 1L;

    PortTaken(int port) {
        super("refusal.port-taken", String.valueOf(port));
    }
}
