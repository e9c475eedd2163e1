package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what was typed into forms under their owner's key. */
@Component
class FormSeal {
    private static final String FORM = "exam.form";
    private static final String OUTCOME = "exam.outcome";

    private final Vault vault;
    private final JsonMapper json;

    FormSeal(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(OwnerId owner, FormAsTyped typed) {
        return vault.sealText(owner, FORM, json.writeValueAsString(typed));
    }

    FormAsTyped openForm(OwnerId owner, byte[] sealed) {
        return json.readValue(vault.openText(owner, FORM, sealed), FormAsTyped.class);
    }

    byte[] seal(OwnerId owner, OutcomeAsTyped typed) {
        return vault.sealText(owner, OUTCOME, json.writeValueAsString(typed));
    }

    OutcomeAsTyped openOutcome(OwnerId owner, byte[] sealed) {
        return json.readValue(vault.openText(owner, OUTCOME, sealed), OutcomeAsTyped.class);
    }
}
