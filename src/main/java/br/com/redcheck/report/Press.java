package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamForms;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.platform.PublicAddress;
import br.com.redcheck.reading.ReadingShelf;
import br.com.redcheck.reading.ReadingView;
import br.com.redcheck.report.ReportText.Snapshot;
import br.com.redcheck.report.Sheet.Printed;
import br.com.redcheck.report.Sheet.Verification;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a report shows: its text, its pictures, who it is about, who signs it, under whose name. */
@Component
class Press {
    private final ExamShelf exams;
    private final ExamForms forms;
    private final Patients patients;
    private final ReadingShelf readings;
    private final SignedReports reports;
    private final Letterheads letterheads;
    private final Signers signers;
    private final PublicAddress address;

    Press(
            ExamShelf exams,
            ExamForms forms,
            Patients patients,
            ReadingShelf readings,
            SignedReports reports,
            Letterheads letterheads,
            Signers signers,
            PublicAddress address) {
        this.exams = exams;
        this.forms = forms;
        this.patients = patients;
        this.readings = readings;
        this.reports = reports;
        this.letterheads = letterheads;
        this.signers = signers;
        this.address = address;
    }

    /**
     * Whom an exam's report is about.
     *
     * @throws NotReadyToSign if nobody has said so yet
     */
    PatientId patient(OwnerId owner, ExamId exam) {
        return forms.patient(owner, exam).orElseThrow(NotReadyToSign::patient);
    }

    /** Who the patient is, as far as anybody has said so, for the doctor who is about to sign; that goes on record. */
    Optional<Identity> identity(OwnerId owner, ExamId exam) {
        return forms.patient(owner, exam).map(patient -> patients.show(owner, patient));
    }

    /**
     * Sets up a report. Somebody is going to see who the patient is, so that goes on record.
     *
     * @param token by which it can be verified, null for a preview
     * @throws NotReadyToSign if something is missing
     * @throws br.com.redcheck.exam.NoSuchExam if a picture or the result is not the exam's
     */
    Sheet sheet(Doctor doctor, Draft draft, Instant at, boolean certified, @Nullable VerificationToken token) {
        OwnerId owner = doctor.owner();
        ReportText text = draft.text();
        if (!text.whole()) {
            throw NotReadyToSign.text();
        }
        PatientId patient = patient(owner, draft.exam());
        return new Sheet(
                draft.id(),
                draft.kind(),
                letterheads.of(doctor.owner(), doctor),
                letterheads.logo(owner).map(Pictures::address).orElse(null),
                Optional.ofNullable(draft.earlier())
                        .flatMap(earlier -> reports.find(owner, earlier))
                        .orElse(null),
                patients.show(owner, patient),
                exams.exam(owner, draft.exam()),
                text,
                text.pictures().stream()
                        .map(picture -> printed(owner, draft.exam(), picture))
                        .toList(),
                result(owner, draft.exam(), text),
                signers.of(doctor),
                at,
                certified,
                token == null ? null : verification(token));
    }

    private Printed printed(OwnerId owner, ExamId exam, Snapshot picture) {
        UUID reading = picture.reading();
        BufferedImage painted = reading == null
                ? exams.frame(owner, exam, picture.image(), picture.frame())
                : readings.snapshot(owner, exam, reading, picture.ordinal());
        return new Printed(
                Pictures.address(Pictures.png(Pictures.printable(painted))), reading != null, picture.caption());
    }

    private @Nullable ReadingView result(OwnerId owner, ExamId exam, ReportText text) {
        return readings.of(owner, exam, text.locale()).stream()
                .filter(reading -> reading.classed() && reading.id().equals(text.reading()))
                .findFirst()
                .orElse(null);
    }

    private Verification verification(VerificationToken token) {
        String page = address.of(token.path()).toString();
        return new Verification(page, Pictures.address(Pictures.png(Pictures.qrCode(page))));
    }
}
