package br.com.redcheck.delivery;

import br.com.redcheck.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * What is kept of a token. It is keyed with a secret that is not in the database: whoever has a copy of that cannot even try whether
 * a token on paper, of 80 bits, is one.
 */
@Component
class TokenHash {
    private static final String PURPOSE = "report-link.token";

    private final Vault vault;

    TokenHash(Vault vault) {
        this.vault = vault;
    }

    byte[] of(LinkToken token) {
        return vault.lookup(PURPOSE, token.text());
    }
}
