package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;

/** What was given as the master key is not 32 bytes in Base64. */
class MasterKeyMalformed extends CannotStart {
    private static final long serialVersionUID = 1L;

    MasterKeyMalformed() {
        super("refusal.master-key-malformed");
    }
}
