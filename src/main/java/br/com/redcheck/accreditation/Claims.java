package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Applicant.ClinicApplicant;
import br.com.redcheck.accreditation.Applicant.DoctorApplicant;
import br.com.redcheck.accreditation.Applicant.ResearcherApplicant;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.vault.Vault;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what applicants say about themselves, each under the key of their case, and opens it for those who decide. */
@Component
class Claims {
    private static final String PURPOSE = "accreditation.claims";
    private static final String CPF = "accreditation.cpf";

    private final Vault vault;
    private final JsonMapper json;

    Claims(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(CaseId id, Applicant applicant) {
        return vault.sealText(id.key(), PURPOSE, json.writeValueAsString(applicant));
    }

    /** Empty for who was let in at this machine and said nothing. */
    Optional<Applicant> open(AccreditationCase found) {
        return found.claims()
                .map(claims -> json.readValue(
                        vault.openText(found.id().key(), PURPOSE, claims.bytes()), typeOf(found.kind())));
    }

    /** Destroys the key of a case. */
    void forget(CaseId id) {
        vault.forget(id.key());
    }

    /** By which two cases of one person are found without opening them. */
    byte[] fingerprint(Cpf cpf) {
        return vault.lookup(CPF, cpf.digits());
    }

    private static Class<? extends Applicant> typeOf(Applicant.Kind kind) {
        return switch (kind) {
            case DOCTOR -> DoctorApplicant.class;
            case CLINIC -> ClinicApplicant.class;
            case RESEARCHER -> ResearcherApplicant.class;
        };
    }
}
