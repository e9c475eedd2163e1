package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.person.Cpf;
import java.time.LocalDate;
import java.util.Optional;

/** Patients for tests, of whom nobody ever lived. */
public final class TestPatients {
    private TestPatients() {}

    /** Enters somebody into an owner's register. */
    public static PatientId enter(Patients patients, OwnerId owner) {
        return patients.enter(
                owner,
                new Identity(
                        "Maximiliano Quaresma",
                        LocalDate.of(1956, 3, 12),
                        Sex.M,
                        Optional.of(Cpf.parse("529.982.247-25")),
                        Optional.of("Gertrudes Quaresma")));
    }
}
