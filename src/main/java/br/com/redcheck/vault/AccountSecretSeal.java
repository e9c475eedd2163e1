package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.SecretSeal;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals an account's secrets as texts of its own, which go when the account's key is forgotten. */
@Component
class AccountSecretSeal implements SecretSeal {
    private static final String PURPOSE = "totp";

    private final Vault vault;

    AccountSecretSeal(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(UUID account, byte[] secret) {
        return vault.sealText(new OwnerId(account), PURPOSE, Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public byte[] open(UUID account, byte[] sealed) {
        return Base64.getDecoder().decode(vault.openText(new OwnerId(account), PURPOSE, sealed));
    }
}
