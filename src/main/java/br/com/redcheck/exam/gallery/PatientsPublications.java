package br.com.redcheck.exam.gallery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.KeptByLaw;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever is deleted leaves the gallery, too. */
@Component
@Order(20)
class PatientsPublications implements HoldsOfPatients {
    private final PublicationRegister register;

    PatientsPublications(PublicationRegister register) {
        this.register = register;
    }

    @Override
    public List<KeptByLaw> erase(OwnerId owner, PatientId patient) {
        register.withdraw(owner, patient);
        return List.of();
    }
}
