package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.report.ReportRows.Sealed;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signed reports for tests that are about what comes afterwards. */
public final class TestReports {
    private TestReports() {}

    /** A report as if it had been signed just now, of one page with these lines. */
    public static ReportId sign(
            ApplicationContext beans, OwnerId owner, ExamId exam, PatientId patient, Identity identity, String... lines)
            throws IOException {
        byte[] pdf = pdf(lines);
        BlobRef blob = beans.getBean(Vault.class).seal(owner, new ByteArrayInputStream(pdf));
        ReportSeal seal = beans.getBean(ReportSeal.class);
        Sealed sealed = new Sealed(
                seal.seal(owner, new ReportText("pt-BR", "", "", "", "", null, List.of())),
                seal.seal(owner, identity),
                blob);
        SignedReport report = new SignedReport(
                ReportId.random(),
                exam,
                patient,
                Kind.FIRST,
                null,
                Messages.PORTUGUESE,
                "00".repeat(32),
                pdf.length,
                Instant.now(),
                "Ana Lima",
                "CRM/SP 123456",
                false,
                null,
                null,
                null);
        new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)).executeWithoutResult(in -> {
            beans.getBean(JdbcClient.class)
                    .sql("select set_config('app.owner', ?, true)")
                    .param(owner.value().toString())
                    .query(String.class)
                    .single();
            beans.getBean(ReportRows.class)
                    .add(owner, report, sealed, VerificationToken.random(), UUID.randomUUID());
        });
        return report.id();
    }

    private static byte[] pdf(String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(FontName.HELVETICA), 14);
                pen.setLeading(20);
                pen.newLineAtOffset(60, 760);
                for (String line : lines) {
                    pen.showText(line);
                    pen.newLine();
                }
                pen.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
