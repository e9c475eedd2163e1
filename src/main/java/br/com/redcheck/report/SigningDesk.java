package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.platform.Sha256;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where a draft becomes a report: printed once, signed, hashed, sealed, and from then on never changed. */
@Service
class SigningDesk {
    private final DraftDesk drafts;
    private final Press press;
    private final ReportPdf printer;
    private final Signers signers;
    private final ReportSeal seal;
    private final ReportRegister register;
    private final Vault vault;
    private final Clock clock;

    SigningDesk(
            DraftDesk drafts,
            Press press,
            ReportPdf printer,
            Signers signers,
            ReportSeal seal,
            ReportRegister register,
            Vault vault,
            Clock clock) {
        this.drafts = drafts;
        this.press = press;
        this.printer = printer;
        this.signers = signers;
        this.seal = seal;
        this.register = register;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * How a draft would look, marked as a preview.
     *
     * @throws NotReadyToSign if something is missing
     */
    byte[] preview(Doctor doctor, ExamId exam) {
        Draft draft = drafts.open(doctor.owner(), exam).orElseThrow(DraftMovedOn::gone);
        return printer.of(press.sheet(doctor, draft, now(), false, null));
    }

    /**
     * Opens a doctor's own certificate.
     *
     * @throws UnusableCertificate if the doctor cannot sign with it
     */
    SigningCertificate certificate(Doctor doctor, byte[] file, char[] password) {
        SigningCertificate opened = SigningCertificate.open(file, password, clock.instant());
        signers.of(doctor).cpf().ifPresent(opened::requireOf);
        return opened;
    }

    /**
     * Signs the draft in the version that the doctor has seen. That it is the doctor who signs was asked before.
     *
     * @param certificate null without one
     * @throws DraftMovedOn if the draft is another by now
     * @throws NotReadyToSign if something is missing
     * @throws ReportMovedOn if what it adds to or replaces no longer holds
     */
    SignedReport sign(Doctor doctor, ExamId exam, int seen, @Nullable SigningCertificate certificate) {
        OwnerId owner = doctor.owner();
        Draft draft = drafts.require(owner, exam, seen);
        VerificationToken token = VerificationToken.random();
        Instant at = now();
        Sheet sheet = press.sheet(doctor, draft, at, certificate != null, token);
        byte[] printed = printer.of(sheet);
        byte[] pdf = Optional.ofNullable(certificate)
                .map(own -> new PadesSignature(own).sign(printed, at))
                .orElse(printed);
        SignedReport report = report(draft, press.patient(owner, exam), sheet, pdf);
        keep(owner, draft, report, sheet, token, pdf);
        return report;
    }

    /** Blob before row: a crash between them leaves a stray blob, never a report without its PDF. */
    private void keep(
            OwnerId owner, Draft draft, SignedReport report, Sheet sheet, VerificationToken token, byte[] pdf) {
        try {
            BlobRef blob = vault.seal(owner, new ByteArrayInputStream(pdf));
            boolean kept = false;
            try {
                ReportRows.Sealed sealed =
                        new ReportRows.Sealed(seal.seal(owner, sheet.text()), seal.seal(owner, sheet.patient()), blob);
                register.keep(owner, draft, report, sealed, token, sheet.signer());
                kept = true;
            } finally {
                if (!kept) {
                    vault.delete(owner, blob);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SignedReport report(Draft draft, PatientId patient, Sheet sheet, byte[] pdf) {
        return new SignedReport(
                draft.id(),
                draft.exam(),
                patient,
                draft.kind(),
                draft.earlier(),
                draft.text().locale(),
                Sha256.hex(pdf),
                pdf.length,
                sheet.signedAt(),
                sheet.signer().name(),
                sheet.signer().crm().toString(),
                sheet.certified(),
                null,
                null,
                null);
    }

    /** As precisely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
