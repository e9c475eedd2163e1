package br.com.redcheck.exam.clinical;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.person.Municipality;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A form that is whole, and in which everything can be true.
 *
 * @param known the patient of the owner's whom the doctor has chosen; empty for whom the form itself names
 * @param municipality where the patient lives
 * @param onset the day of the first symptoms; empty without symptoms
 */
record ClinicalForm(
        Optional<PatientId> known,
        Identity identity,
        CaseState caseState,
        Municipality municipality,
        Set<Symptom> symptoms,
        Optional<LocalDate> onset,
        LabTest pcr,
        LabTest serology) {
    @Override
    public String toString() {
        return "ClinicalForm[***]";
    }
}
