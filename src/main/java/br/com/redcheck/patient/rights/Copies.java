package br.com.redcheck.patient.rights;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.audit.Deed;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.Sex;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Copies for patients of all that is kept of them. */
@Service
class Copies {
    /** How a CPF is named in Brazil's national health data network (RNDS). */
    private static final String CPF_SYSTEM = "http://rnds.saude.gov.br/fhir/r4/NamingSystem/cpf";

    private final Patients patients;
    private final RightsDesk desk;
    private final List<HoldsOfPatients> holders;
    private final AuditLog audit;
    private final JsonMapper json;

    Copies(Patients patients, RightsDesk desk, List<HoldsOfPatients> holders, AuditLog audit, JsonMapper json) {
        this.patients = patients;
        this.desk = desk;
        this.holders = holders;
        this.audit = audit;
        this.json = json;
    }

    /** Writes everything as a zip. Who opens it knows who the patient is, so that it is on record first. */
    void write(OwnerId owner, PatientId patient, OutputStream out) throws IOException {
        Identity identity = patients.show(owner, patient);
        audit.recordApart(owner, "rights.copied", patient.value());
        try (PatientCopy copy = new PatientCopy(out, json)) {
            copy.resource(resource(patient, identity));
            copy.json("requests", desk.of(owner, patient));
            for (HoldsOfPatients holder : holders) {
                holder.copy(owner, patient, copy);
            }
            copy.json("who-had-access", accesses(owner, patient));
        }
    }

    private List<Deed> accesses(OwnerId owner, PatientId patient) {
        return audit.of(owner, patient.value());
    }

    private static Map<String, Object> resource(PatientId patient, Identity identity) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("resourceType", "Patient");
        resource.put("id", patient.toString());
        identity.cpf()
                .ifPresent(cpf ->
                        resource.put("identifier", List.of(Map.of("system", CPF_SYSTEM, "value", cpf.digits()))));
        resource.put("name", List.of(Map.of("text", identity.name())));
        resource.put("gender", gender(identity.sex()));
        resource.put("birthDate", identity.birthDate().toString());
        identity.mother()
                .ifPresent(mother -> resource.put(
                        "contact",
                        List.of(Map.of(
                                "relationship", List.of(Map.of("text", "mother")), "name", Map.of("text", mother)))));
        return resource;
    }

    private static String gender(Sex sex) {
        return switch (sex) {
            case F -> "female";
            case M -> "male";
            case O -> "other";
        };
    }
}
