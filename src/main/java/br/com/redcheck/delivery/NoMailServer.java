package br.com.redcheck.delivery;

import br.com.redcheck.platform.Refusal;

/** No mail server is configured: reports are handed out on paper. */
final class NoMailServer extends Refusal {
    private static final long serialVersionUID = 1L;

    NoMailServer() {
        super("refusal.no-mail-server");
    }
}
