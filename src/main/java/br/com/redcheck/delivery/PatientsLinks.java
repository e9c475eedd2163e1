package br.com.redcheck.delivery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.KeptByLaw;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links of a patient's; with them go the addresses to which they were sent. */
@Component
@Order(10)
class PatientsLinks implements HoldsOfPatients {
    private final JdbcClient database;

    PatientsLinks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<KeptByLaw> erase(OwnerId owner, PatientId patient) {
        database.sql("delete from report_link where owner = :owner and patient_id = :patient")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .update();
        return List.of();
    }
}
