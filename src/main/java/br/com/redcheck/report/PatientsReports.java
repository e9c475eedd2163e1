package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.KeptByLaw;
import br.com.redcheck.patient.rights.PatientCopy;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A patient's reports. Drafts go with the exam; what was signed belongs to the medical record, which is kept for twenty years from its
 * last entry (Brazilian law 13.787/2018, art. 6), sealed as it is.
 */
@Component
@Order(20)
class PatientsReports implements HoldsOfPatients {
    private static final Period KEPT = Period.ofYears(20);

    private final ExamForms forms;
    private final SignedReports reports;

    PatientsReports(ExamForms forms, SignedReports reports) {
        this.forms = forms;
        this.reports = reports;
    }

    @Override
    public List<KeptByLaw> erase(OwnerId owner, PatientId patient) {
        return of(owner, patient)
                .map(report -> new KeptByLaw(
                        report.id().value(),
                        "SIGNED_REPORT",
                        "MEDICAL_RECORD",
                        LocalDate.ofInstant(report.signedAt(), ZoneOffset.UTC).plus(KEPT)))
                .toList();
    }

    @Override
    public void copy(OwnerId owner, PatientId patient, PatientCopy copy) throws IOException {
        for (SignedReport report : of(owner, patient).toList()) {
            copy.resource(resource(patient, report));
            try (InputStream pdf = reports.pdf(owner, report.id())) {
                copy.file("reports/" + report.id() + ".pdf", pdf::transferTo);
            }
        }
    }

    private Stream<SignedReport> of(OwnerId owner, PatientId patient) {
        List<ExamId> exams = forms.ofPatient(owner, patient);
        return exams.stream().flatMap(exam -> reports.ofExam(owner, exam).stream());
    }

    /** A FHIR DiagnosticReport that points at the signed PDF in the same copy. */
    private static Map<String, Object> resource(PatientId patient, SignedReport report) {
        return Map.of(
                "resourceType", "DiagnosticReport",
                "id", report.id().toString(),
                "status", report.state() == SignedReport.State.VALID ? "final" : "cancelled",
                "code", Map.of("text", "Chest imaging report"),
                "subject", Map.of("reference", "urn:uuid:" + patient),
                "imagingStudy", List.of(Map.of("reference", "urn:uuid:" + report.exam())),
                "issued", report.signedAt().toString(),
                "performer", List.of(Map.of("display", report.signerName() + ", " + report.signerCrm())),
                "presentedForm",
                        List.of(Map.of("contentType", "application/pdf", "url", "reports/" + report.id() + ".pdf")));
    }
}
