package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals patients' identities under their owner's key. */
@Component
class IdentitySeal {
    private static final String IDENTITY = "patient.identity";
    private static final String LOOKUP = "patient.lookup";

    private final Vault vault;
    private final JsonMapper json;

    IdentitySeal(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(OwnerId owner, Identity identity) {
        return vault.sealText(owner, IDENTITY, json.writeValueAsString(identity));
    }

    Identity open(OwnerId owner, byte[] sealed) {
        return json.readValue(vault.openText(owner, IDENTITY, sealed), Identity.class);
    }

    /** By which the owner's patients are found. */
    Fingerprints fingerprints(OwnerId owner) {
        return new Fingerprints(vault.secret(owner, LOOKUP).bytes());
    }
}
