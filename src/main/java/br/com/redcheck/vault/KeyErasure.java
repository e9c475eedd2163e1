package br.com.redcheck.vault;

import br.com.redcheck.account.AccountClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever closes their account and wants everything gone loses the key: what it sealed cannot be read by anybody any more. */
@Component
class KeyErasure {
    private final Vault vault;

    KeyErasure(Vault vault) {
        this.vault = vault;
    }

    @EventListener
    void on(AccountClosed closed) {
        if (closed.erase()) {
            vault.forget(closed.owner());
        }
    }
}
