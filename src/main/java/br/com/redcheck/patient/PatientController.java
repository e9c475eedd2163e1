package br.com.redcheck.patient;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.person.Cpf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Finds a doctor's patients by name. */
@Controller
class PatientController {
    private final Patients patients;

    PatientController(Patients patients) {
        this.patients = patients;
    }

    /** A name never stands in an address, hence the form. */
    @PostMapping("/patients/search")
    @ResponseBody
    List<Found> search(@AuthenticationPrincipal Doctor doctor, @RequestParam(defaultValue = "") String name) {
        return patients.search(doctor.owner(), name).stream().map(Found::of).toList();
    }

    /** A patient as the form of an exam shows them. */
    record Found(
            String id,
            String name,
            LocalDate birthDate,
            Sex sex,
            @Nullable String cpf,
            @Nullable String mother) {
        static Found of(Patient patient) {
            Identity identity = patient.identity();
            return new Found(
                    patient.id().toString(),
                    identity.name(),
                    identity.birthDate(),
                    identity.sex(),
                    identity.cpf().map(Cpf::written).orElse(null),
                    identity.mother().orElse(null));
        }

        @Override
        public String toString() {
            return "Found[" + id + "]";
        }
    }
}
