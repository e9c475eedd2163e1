package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.KeptByLaw;
import br.com.redcheck.patient.rights.PatientCopy;
import br.com.redcheck.pipeline.Pipeline;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Destruction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The exams of a patient, with all that hangs on them: images, certificates, masks, readings, forms, outcomes, labels, drawings. */
@Component
@Order(40)
class PatientsImages implements HoldsOfPatients {
    private final ExamForms forms;
    private final ExamShelf shelf;
    private final Exams exams;
    private final Instances instances;
    private final Pipeline pipeline;
    private final Destruction destruction;
    private final AuditLog audit;

    PatientsImages(
            ExamForms forms,
            ExamShelf shelf,
            Exams exams,
            Instances instances,
            Pipeline pipeline,
            Destruction destruction,
            AuditLog audit) {
        this.forms = forms;
        this.shelf = shelf;
        this.exams = exams;
        this.instances = instances;
        this.pipeline = pipeline;
        this.destruction = destruction;
        this.audit = audit;
    }

    @Override
    public List<KeptByLaw> erase(OwnerId owner, PatientId patient) {
        forms.ofPatient(owner, patient).forEach(exam -> erase(owner, exam));
        return List.of();
    }

    private void erase(OwnerId owner, ExamId exam) {
        exams.lock(owner.value(), exam.value());
        List<Instance> images = instances.ofExam(owner.value(), exam.value());
        destruction.of(owner, images.stream().flatMap(PatientsImages::blobs).toList());
        images.forEach(image -> instances.forget(owner.value(), image.id()));
        pipeline.forget(owner, exam.value());
        exams.forget(owner.value(), exam.value());
        audit.record(owner, "exam.erased", exam.value());
    }

    private static Stream<BlobRef> blobs(Instance image) {
        return Stream.concat(Stream.of(image.blob()), image.uncovered().stream());
    }

    @Override
    public void copy(OwnerId owner, PatientId patient, PatientCopy copy) throws IOException {
        for (ExamId exam : forms.ofPatient(owner, patient)) {
            ExamSummary summary = shelf.exam(owner, exam);
            List<ExamSeries> series = shelf.series(owner, exam);
            copy.resource(study(patient, summary, series));
            copy.json("exams/" + exam + "/exam", summary);
            copy.json("exams/" + exam + "/accesses", audit.of(owner, exam.value()));
            for (ExamSeries one : series) {
                for (ExamImage image : one.images()) {
                    copy.file(
                            "exams/" + exam + "/" + one.id() + "/" + image.id() + ".dcm",
                            out -> copy(owner, image.id(), out));
                }
            }
        }
    }

    /** As it lies in the vault: a slow line keeps neither memory nor a connection to the database. */
    private void copy(OwnerId owner, UUID image, OutputStream out) throws IOException {
        try (InputStream file = shelf.file(owner, image)) {
            file.transferTo(out);
        }
    }

    /** A FHIR ImagingStudy. Its dates are left out, for those in the images are shifted. */
    private static Map<String, Object> study(PatientId patient, ExamSummary exam, List<ExamSeries> series) {
        return Map.of(
                "resourceType", "ImagingStudy",
                "id", exam.id().toString(),
                "status", "available",
                "subject", Map.of("reference", "urn:uuid:" + patient),
                "modality",
                        List.of(Map.of(
                                "system", "http://dicom.nema.org/resources/ontology/DCM", "code", exam.modality())),
                "numberOfSeries", series.size(),
                "numberOfInstances", exam.images());
    }
}
