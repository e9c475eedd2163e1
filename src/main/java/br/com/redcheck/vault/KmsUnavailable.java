package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;

/** The key management service does not answer at the start, or not with what was asked for. */
class KmsUnavailable extends CannotStart {
    private static final long serialVersionUID = 1L;

    KmsUnavailable(KmsAway away) {
        super("refusal.kms-unavailable", away.what());
        initCause(away);
    }
}
