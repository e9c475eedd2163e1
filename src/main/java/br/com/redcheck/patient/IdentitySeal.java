package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientRows.Sealed;
import br.com.redcheck.vault.Vault;
import java.util.List;
import java.util.stream.IntStream;
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

    Patient open(OwnerId owner, Sealed sealed) {
        return open(owner, List.of(sealed)).get(0);
    }

    List<Patient> open(OwnerId owner, List<Sealed> sealed) {
        List<String> opened = vault.openTexts(
                owner, IDENTITY, sealed.stream().map(Sealed::identity).toList());
        return IntStream.range(0, sealed.size())
                .mapToObj(i -> new Patient(sealed.get(i).id(), json.readValue(opened.get(i), Identity.class)))
                .toList();
    }

    /** By which the owner's patients are found. */
    Fingerprints fingerprints(OwnerId owner) {
        return new Fingerprints(vault.secret(owner, LOOKUP).bytes());
    }
}
