package br.com.redcheck.reading;

import br.com.redcheck.platform.CannotStart;

/** The settings name a network that is not there. */
final class NetworkNotInstalled extends CannotStart {
    private static final long serialVersionUID = 1L;

    NetworkNotInstalled(String network) {
        super("refusal.network-not-installed", network);
    }
}
