package br.com.redcheck.accreditation;

import br.com.redcheck.account.AccountClosed;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever closes their account and wants to be forgotten is forgotten here too: the key of their case goes, and with it all papers. */
@Component
class Erasure {
    private final Cases cases;
    private final Vault vault;
    private final AuditLog audit;

    Erasure(Cases cases, Vault vault, AuditLog audit) {
        this.cases = cases;
        this.vault = vault;
        this.audit = audit;
    }

    @EventListener
    @Transactional
    void on(AccountClosed closed) {
        if (closed.erase()) {
            cases.lock(closed.owner()).ifPresent(found -> erase(closed.owner(), found.id()));
        }
    }

    private void erase(OwnerId owner, CaseId id) {
        cases.erase(id);
        vault.forget(id.key());
        audit.record(owner, "accreditation.erased", id.value());
    }
}
