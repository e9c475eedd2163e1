package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.SecretSeal;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals an account's secrets with AES-256-GCM under a secret of its own, which goes when the account's key is forgotten. */
@Component
class AccountSecretSeal implements SecretSeal {
    private static final String PURPOSE = "totp";

    private final Vault vault;

    AccountSecretSeal(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(UUID account, byte[] secret) {
        try {
            return cipher(account).encrypt(secret, Names.bytes(account));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    @Override
    public byte[] open(UUID account, byte[] sealed) {
        Aead cipher = cipher(account);
        try {
            return cipher.decrypt(sealed, Names.bytes(account));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(e);
        }
    }

    private Aead cipher(UUID account) {
        try {
            return new AesGcmJce(vault.secret(new OwnerId(account), PURPOSE).bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }
}
