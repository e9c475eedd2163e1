package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;

/** Keys and the token would travel to the key management service in the clear. */
class KmsInsecure extends CannotStart {
    private static final long serialVersionUID = 1L;

    KmsInsecure() {
        super("refusal.kms-insecure");
    }
}
