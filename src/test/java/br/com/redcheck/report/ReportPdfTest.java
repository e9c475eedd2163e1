package br.com.redcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.exam.Picture;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.TestTemplates;
import br.com.redcheck.reading.ReadingView;
import br.com.redcheck.reading.SaidRemark;
import br.com.redcheck.report.Sheet.Printed;
import br.com.redcheck.report.Sheet.Verification;
import br.com.redcheck.report.TestAuthority.Wish;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** The printed report: what it says, that it lasts, and that its signature holds. */
class ReportPdfTest {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");
    private static final Instant SIGNED = Instant.parse("2020-05-07T18:30:00Z");

    /** 18 mm in points, less a hair for rounding. */
    private static final float MARGIN = 50;

    private static ReportPdf printer;
    private static List<Printed> pictures;

    @BeforeAll
    static void setUpThePress() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        printer = new ReportPdf(TestTemplates.engine(), new ClassPathResource("templates/report/report-pdf.css"));
        pictures = picturesOf(FILM);
    }

    @Test
    void whatItSaysIsReadWithItsAccents() throws Exception {
        byte[] pdf = printer.of(sheet("pt-BR", Kind.REPLACEMENT, true));
        keep("report-pt", pdf);

        assertThat(inOneLine(pdf))
                .contains(
                        "Laudo de radiografia de tórax",
                        "Conceição Araújo d'Ávila",
                        "12/03/1956",
                        "***.982.247-**",
                        "Opacidades em vidro fosco, à direita; não há derrame. Coração de dimensões normais.",
                        "Substitui o laudo assinado em 06/05/2020 09:00 por João Müller",
                        "vgg16-cam-cxr",
                        "Os cortes não se seguem.",
                        "É apoio à decisão, não diagnóstico.",
                        "Ana Conceição",
                        "CRM/SP 123456",
                        "Assinado eletronicamente em 07/05/2020 15:30");
        assertThat(WritingDoctor.verification(pdf)).hasSize("/verify/".length() + 32);
    }

    @Test
    void aPatientReadsItInEnglish() throws Exception {
        byte[] pdf = printer.of(sheet("en", Kind.FIRST, true));
        keep("report-en", pdf);

        assertThat(WritingDoctor.textOf(pdf)).contains("Report of a chest X-ray", "Findings", "Signed electronically");
    }

    @Test
    void aPreviewSaysThatItIsNone() throws Exception {
        byte[] pdf = printer.of(sheet("pt-BR", Kind.FIRST, false));

        assertThat(WritingDoctor.textOf(pdf))
                .contains("PRÉVIA SEM VALOR")
                .doesNotContain("Assinado eletronicamente", "/verify/");
    }

    @Test
    void itIsMadeToLast() throws Exception {
        assertThat(flaws(printer.of(sheet("pt-BR", Kind.REPLACEMENT, true)))).isEmpty();
    }

    @Test
    void aDoctorsOwnSignatureHoldsAndNamesItsCertificate() throws Exception {
        for (String algorithm : List.of("RSA", "EC")) {
            TestAuthority authority = new TestAuthority();
            SigningCertificate own = SigningCertificate.open(
                    authority.file(Wish.of("52998224725").key(algorithm)),
                    TestAuthority.PASSWORD.toCharArray(),
                    Instant.now());
            byte[] pdf = new PadesSignature(own).sign(printer.of(sheet("pt-BR", Kind.FIRST, true)), SIGNED);
            keep("report-signed-" + algorithm, pdf);

            assertThat(flaws(pdf)).as("still made to last").isEmpty();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDSignature signature = document.getLastSignatureDictionary();
                assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
                assertThat(signature.getSignDate().toInstant()).isEqualTo(SIGNED);
                int[] range = signature.getByteRange();
                assertThat(range[2] + range[3]).as("to the end of the file").isEqualTo(pdf.length);
                byte[] content = signature.getSignedContent(pdf);
                assertThat(verified(signature.getContents(pdf), content, authority))
                        .isTrue();
                content[1000] ^= 1;
                assertThatThrownBy(() -> verified(signature.getContents(pdf), content, authority))
                        .isInstanceOf(CMSException.class);
            }
        }
    }

    private static boolean verified(byte[] cms, byte[] content, TestAuthority authority) throws Exception {
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), new ByteArrayInputStream(cms));
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        assertThat(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .isNotNull();
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        X509CertificateHolder holder = (X509CertificateHolder)
                data.getCertificates().getMatches(signer.getSID()).iterator().next();
        new JcaX509CertificateConverter()
                .getCertificate(holder)
                .verify(authority.root().getPublicKey());
        assertThat(holder.isValidOn(new Date())).isTrue();
        return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
    }

    /** What veraPDF finds against PDF/A-2b. */
    private static List<String> flaws(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            assertThat(parser.getFlavour()).isEqualTo(PDFAFlavour.PDFA_2_B);
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .collect(Collectors.toList());
        }
    }

    @Test
    void whatMedicineWritesIsPrintedWhateverItIsTypedWith() throws Exception {
        String signs =
                "≥ ≤ ± µ μ → ← ↑ ↓ ² ³ ° ½ ¼ ✓ ✗ ☐ ☑ × ÷ ≠ ≈ ∞ ∆ √ ∑ α β γ Ω Ж д ₂ ⁺ − ♀ ♂ ● ™ ª º Ł ő ș ẽ … – — • €";
        String typed =
                "Opac\u0327o\u0303es, recém\u2011nascido, para\u00ADcardíaca,\u200B 3\u202Fcm,\u2009fim \u202Eabc\u202C\uFEFF\u2066d\u2069 ✓\uFE0F";

        byte[] pdf = printer.of(sheet(findings(signs + "\n" + typed)));
        keep("report-signs", pdf);

        assertThat(inOneLine(pdf))
                .contains(Normalizer.normalize(signs, Normalizer.Form.NFC))
                .contains("Opações, recém-nascido, paracardíaca, 3 cm, fim abcd ✓")
                .doesNotContain("#");
        assertThat(flaws(pdf)).isEmpty();
    }

    @Test
    void whatNoFontHasIsNamedBeforeAnythingIsPrinted() {
        assertThatThrownBy(() -> printer.of(sheet(findings("Sem alterações \uD83E\uDDEC \u5B57 \u05D0."))))
                .isInstanceOfSatisfying(
                        Unprintable.class,
                        refusal -> assertThat(new Messages().text(Messages.PORTUGUESE, refusal))
                                .contains("\uD83E\uDDEC (U+1F9EC), \u5B57 (U+5B57), \u05D0 (U+05D0)"));
    }

    @Test
    void datesAreNotBrokenAcrossLines() throws Exception {
        StringBuilder findings = new StringBuilder();
        for (int letters = 1; letters < 120; letters++) {
            findings.append("x".repeat(letters % 7 + 1)).append(" em 12/03/2020 às 15:30 e 1.5 cm;");
            findings.append(" y".repeat(letters % 11)).append(' ');
        }

        String printed = WritingDoctor.textOf(printer.of(sheet(findings(findings.toString()))));

        assertThat(printed.lines().filter(line -> line.matches(".*\\d[/.:-]\\h*")))
                .isEmpty();
        assertThat(printed.split("12/03/2020", -1)).hasSize(120);
    }

    @Test
    void aWordThatFitsOnNoLineIsBrokenAndNotCutOff() throws Exception {
        String word = "W".repeat(120);
        Sheet usual = sheet(findings("https://exemplo.example/" + word.repeat(80)));
        Identity patient = new Identity(
                word, LocalDate.of(1956, 3, 12), Sex.F, Optional.of(new Cpf("52998224725")), Optional.empty());
        List<Printed> captioned = List.of(new Printed(usual.pictures().get(0).address(), false, word));
        byte[] pdf = printer.of(new Sheet(
                usual.id(),
                usual.kind(),
                new Letterhead(word, word + word, word.substring(0, 60), Optional.empty()),
                usual.logo(),
                null,
                patient,
                usual.exam(),
                usual.text(),
                captioned,
                usual.result(),
                new Signer(UUID.randomUUID(), word, usual.signer().crm(), Optional.empty()),
                usual.signedAt(),
                usual.certified(),
                usual.verification()));
        keep("report-long-words", pdf);

        assertThat(beyondTheMargin(pdf)).isEmpty();
        assertThat(WritingDoctor.textOf(pdf).chars().filter(letter -> letter == 'W'))
                .hasSizeGreaterThan(80 * 120);
    }

    /** Lines of which something is printed to the right of the margin. */
    private static List<String> beyondTheMargin(byte[] pdf) throws Exception {
        List<String> beyond = new ArrayList<>();
        PDFTextStripper lines = new PDFTextStripper() {
            @Override
            protected void writeString(String line, List<TextPosition> letters) {
                TextPosition last = letters.get(letters.size() - 1);
                if (last.getXDirAdj() + last.getWidthDirAdj() > last.getPageWidth() - MARGIN) {
                    beyond.add(line);
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            lines.getText(document);
        }
        return beyond;
    }

    @Test
    void theSignatureIsNeverAloneOnAPage() throws Exception {
        List<String> endings = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            for (int lines = 1; lines < 34; lines += 1 + lines % 2) {
                byte[] pdf = printer.of(sheet("Sem alterações.\n".repeat(lines), ending));
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    PDFTextStripper last = new PDFTextStripper();
                    last.setStartPage(document.getNumberOfPages());
                    String page = last.getText(document);
                    if (document.getNumberOfPages() > 1
                            && !page.contains("Quadro final")
                            && !page.contains("Frase final")
                            && !page.contains("não diagnóstico")) {
                        endings.add(ending + " after " + lines + " lines: " + page);
                        keep("report-alone-" + ending + lines, pdf);
                    }
                }
            }
        }
        assertThat(endings).isEmpty();
    }

    /** What stands above the signature. */
    private enum Ending {
        TEXT,
        PICTURE,
        MACHINE
    }

    private static Sheet sheet(String findings, Ending ending) throws Exception {
        Sheet sheet = sheet(findings(findings));
        BufferedImage square = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        List<Printed> picture = ending == Ending.TEXT
                ? List.of()
                : List.of(new Printed(Pictures.address(Pictures.png(square)), false, "Quadro final"));
        return of(sheet, sheet.text(), picture, ending == Ending.MACHINE ? result() : null);
    }

    private static Sheet sheet(ReportText text) throws Exception {
        Sheet sheet = sheet("pt-BR", Kind.FIRST, true);
        return of(sheet, text, sheet.pictures(), sheet.result());
    }

    private static Sheet of(Sheet sheet, ReportText text, List<Printed> pictures, @Nullable ReadingView result) {
        return new Sheet(
                sheet.id(),
                sheet.kind(),
                sheet.letterhead(),
                sheet.logo(),
                sheet.earlier(),
                sheet.patient(),
                sheet.exam(),
                text,
                pictures,
                result,
                sheet.signer(),
                sheet.signedAt(),
                sheet.certified(),
                sheet.verification());
    }

    private static ReportText findings(String findings) {
        return new ReportText("pt-BR", "", "", findings, "Impressão.\n\nFrase final.", null, List.of());
    }

    /** With every gap as one space. */
    private static String inOneLine(byte[] pdf) throws Exception {
        return WritingDoctor.textOf(pdf).replaceAll("[\\s\u00A0]+", " ");
    }

    private static Sheet sheet(String language, Kind kind, boolean signed) throws Exception {
        SignedReport earlier = kind == Kind.FIRST ? null : earlier();
        return new Sheet(
                new ReportId(UUID.fromString("1f0c2c6e-6f0e-4a0e-9a53-2f7f6f6d7a11")),
                kind,
                new Letterhead(
                        "Clínica São João - Diagnóstico por Imagem",
                        "Rua das Acácias, 123, Cambuí, Campinas - SP",
                        "(19) 3251-0000 · www.saojoao.example",
                        Optional.empty()),
                Pictures.address(Pictures.png(logo())),
                earlier,
                new Identity(
                        "Conceição Araújo d'Ávila",
                        LocalDate.of(1956, 3, 12),
                        Sex.F,
                        Optional.of(new Cpf("52998224725")),
                        Optional.empty()),
                new ExamSummary(
                        new ExamId(UUID.randomUUID()),
                        "DX",
                        "F",
                        "064Y",
                        1,
                        SIGNED,
                        ExamState.READ,
                        SIGNED,
                        0,
                        0,
                        0.91,
                        true,
                        1,
                        1),
                text(language),
                pictures,
                result(),
                new Signer(UUID.randomUUID(), "Ana Conceição", Crm.parse("CRM/SP 123456"), Optional.empty()),
                SIGNED,
                false,
                signed ? verification() : null);
    }

    private static ReportText text(String language) {
        return new ReportText(
                language,
                "Radiografia em incidência ântero-posterior, no leito.",
                "Não há exames anteriores para comparação.",
                "Opacidades em vidro fosco, à direita; não há derrame.\nCoração de dimensões normais.\n\n"
                        + "Arcabouço ósseo sem alterações. Trama vascular preservada. ".repeat(4),
                "Opacidades periféricas à direita, que no contexto atual sugerem pneumonia viral. Correlacionar com RT-PCR.",
                UUID.randomUUID(),
                List.of());
    }

    private static SignedReport earlier() {
        return new SignedReport(
                ReportId.random(),
                new ExamId(UUID.randomUUID()),
                PatientId.parse(UUID.randomUUID().toString()),
                Kind.FIRST,
                null,
                Messages.PORTUGUESE,
                "",
                1,
                Instant.parse("2020-05-06T12:00:00Z"),
                "João Müller",
                "CRM/SP 654321",
                false,
                null,
                null,
                null);
    }

    private static ReadingView result() {
        return new ReadingView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "vgg16-cam-cxr",
                "1",
                "0123456789abcdef".repeat(4),
                "0".repeat(64),
                SIGNED,
                0.913,
                0.5,
                true,
                true,
                null,
                false,
                new ReadingView.Network(true, true, true, "Rede de pesquisa; não é um produto médico.", List.of()),
                null,
                List.of(new SaidRemark("remark.gap", "Os cortes não se seguem.")),
                List.of());
    }

    private static Verification verification() {
        String address =
                "https://exames.example.org" + VerificationToken.random().path();
        return new Verification(address, Pictures.address(Pictures.png(Pictures.qrCode(address))));
    }

    private static List<Printed> picturesOf(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            BufferedImage film = Picture.of(DicomObject.read(in, DicomLimits.defaults()), 0);
            String bare = Pictures.address(Pictures.png(Pictures.printable(film)));
            BufferedImage coloured = new BufferedImage(film.getWidth(), film.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = coloured.createGraphics();
            canvas.drawImage(film, 0, 0, null);
            canvas.setColor(new Color(253, 231, 37, 120));
            canvas.fillOval(film.getWidth() / 8, film.getHeight() / 2, film.getWidth() / 4, film.getHeight() / 4);
            canvas.dispose();
            String map = Pictures.address(Pictures.png(Pictures.printable(coloured)));
            return List.of(new Printed(bare, false, "Incidência única"), new Printed(map, true, ""));
        }
    }

    private static BufferedImage logo() {
        BufferedImage logo = new BufferedImage(600, 220, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = logo.createGraphics();
        canvas.setColor(new Color(11, 84, 165));
        canvas.fillOval(10, 10, 200, 200);
        canvas.fillRect(240, 90, 340, 40);
        canvas.dispose();
        return Pictures.opaque(logo);
    }

    /** For whoever wants to look at it. */
    private static void keep(String name, byte[] pdf) throws Exception {
        Files.write(Files.createDirectories(Path.of("target/reports")).resolve(name + ".pdf"), pdf);
    }
}
