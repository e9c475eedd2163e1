package br.com.redcheck.vault;

import br.com.redcheck.platform.MailSeal;
import org.springframework.stereotype.Component;

/** Seals e-mails that wait under the platform's own key, since some are to people who own nothing. */
@Component
class OutboxSeal implements MailSeal {
    private static final String PURPOSE = "mail";

    private final Vault vault;

    OutboxSeal(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(String mail) {
        return vault.sealText(Vault.PLATFORM, PURPOSE, mail);
    }

    @Override
    public String open(byte[] sealed) {
        return vault.openText(Vault.PLATFORM, PURPOSE, sealed);
    }
}
