package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.KeptByLaw;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a patient's images lay in what was sent; folders are called by patients' names. */
@Component
@Order(10)
class PatientsSendings implements HoldsOfPatients {
    private final ExamForms forms;
    private final JdbcClient database;

    PatientsSendings(ExamForms forms, JdbcClient database) {
        this.forms = forms;
        this.database = database;
    }

    @Override
    public List<KeptByLaw> erase(OwnerId owner, PatientId patient) {
        UUID[] exams = forms.ofPatient(owner, patient).stream()
                .map(exam -> exam.value())
                .toArray(UUID[]::new);
        database.sql("update sent_image set path = null where owner = :owner and exam = any(:exams)")
                .param("owner", owner.value())
                .param("exams", exams)
                .update();
        return List.of();
    }
}
