package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.PlannedAnew;
import br.com.redcheck.exam.worklist.SoughtPatient.NotFound;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.vault.BlobGone;
import br.com.redcheck.vault.SealBroken;
import br.com.redcheck.vault.Vault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the patients whose exams a doctor wants to see. What the doctor types goes no further than this. */
@Service
@PlannedAnew
@Transactional
class PatientSearch {
    private static final String PURPOSE = "worklist.patient";

    private final Patients patients;
    private final Vault vault;

    PatientSearch(Patients patients, Vault vault) {
        this.patients = patients;
        this.vault = vault;
    }

    /**
     * Looks somebody up among the owner's patients. Several may be meant who have no CPF, or not all of them.
     *
     * @throws NotFound if there is nobody
     * @throws br.com.redcheck.person.InvalidCpf if a CPF was typed that is none
     */
    PatientToken find(OwnerId owner, SoughtPatient sought) {
        List<PatientId> found = sought.cpf().isEmpty()
                ? patients.named(owner, sought.name(), sought.day(), sought.mother())
                : patients.withCpf(owner, Cpf.parse(sought.cpf())).stream().toList();
        if (found.isEmpty()) {
            throw NotFound.nobody();
        }
        String ids = found.stream().map(PatientId::toString).collect(Collectors.joining(" "));
        return PatientToken.of(vault.sealText(owner, PURPOSE, ids));
    }

    /**
     * Whom a token is of.
     *
     * @throws BadFilter if it was made for another owner, or by nobody
     */
    @Transactional(readOnly = true)
    List<PatientId> open(OwnerId owner, PatientToken token) {
        try {
            return Arrays.stream(vault.openText(owner, PURPOSE, token.sealed()).split(" "))
                    .map(PatientId::parse)
                    .toList();
        } catch (SealBroken | BlobGone e) {
            throw new BadFilter("patient");
        }
    }

    /** Who they are, for the doctor to see, which is on record. */
    List<Identity> show(OwnerId owner, PatientToken token) {
        return open(owner, token).stream()
                .map(patient -> patients.show(owner, patient))
                .toList();
    }
}
