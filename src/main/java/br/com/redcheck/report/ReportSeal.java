package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what reports say under their owner's key. */
@Component
class ReportSeal {
    private static final String TEXT = "report.text";
    private static final String IDENTITY = "report.identity";
    private static final String REASON = "report.withdrawal";
    private static final String PHRASE = "report.phrase";

    private final Vault vault;
    private final JsonMapper json;

    ReportSeal(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(OwnerId owner, ReportText text) {
        return vault.sealText(owner, TEXT, json.writeValueAsString(text));
    }

    ReportText openText(OwnerId owner, byte[] sealed) {
        return json.readValue(vault.openText(owner, TEXT, sealed), ReportText.class);
    }

    byte[] seal(OwnerId owner, Identity identity) {
        return vault.sealText(owner, IDENTITY, json.writeValueAsString(identity));
    }

    Identity openIdentity(OwnerId owner, byte[] sealed) {
        return json.readValue(vault.openText(owner, IDENTITY, sealed), Identity.class);
    }

    byte[] seal(OwnerId owner, Phrase phrase) {
        return vault.sealText(owner, PHRASE, json.writeValueAsString(phrase));
    }

    Phrase openPhrase(OwnerId owner, byte[] sealed) {
        return json.readValue(vault.openText(owner, PHRASE, sealed), Phrase.class);
    }

    byte[] sealReason(OwnerId owner, String reason) {
        return vault.sealText(owner, REASON, reason);
    }
}
