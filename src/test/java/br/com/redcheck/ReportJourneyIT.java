package br.com.redcheck;

import static br.com.redcheck.Pages.assertPainted;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.report.TestAuthority;
import br.com.redcheck.report.TestAuthority.Wish;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor writes a report in a browser, signs it with passkey and certificate, and whoever holds it verifies it on a phone. */
class ReportJourneyIT extends Journey {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");
    private static final Pattern SAVED = Pattern.compile("Rascunho salvo às \\d\\d:\\d\\d\\.");
    private static final Pattern VERIFICATION = Pattern.compile("/verify/[A-Za-z0-9_-]{32}");

    private Page page;

    @BeforeEach
    void signInWithAPasskey() {
        Doctor ana = registerDoctorWithSecondFactor("Ana Conceição");
        page = CHROMIUM.desktop(port);
        plugInAuthenticator(page, true);
        DemonstrationDoctor.giveCredentials(page, ana.getUsername(), PASSWORD);
        page.locator("#passkey-registration button").click();
        assertThat(page.locator(".factor-list li")).hasCount(1);
    }

    @Test
    void aReportIsWrittenSignedCorrectedAndVerified() throws Exception {
        DemonstrationDoctor doctor = new DemonstrationDoctor(page, home.folder());
        doctor.send(FILM);
        String exam = URI.create(page.url()).getPath();
        doctor.awaitResult();
        fillInTheForm(exam);
        fillInTheLetterhead();

        page.navigate(exam + "/reports");
        check(page, "reports-none-desktop");
        page.locator("main .btn-primary").click();
        write();
        aSecondWindowDoesNotOverwrite(exam);
        page.setViewportSize(360, 780);
        check(page, "report-draft-phone");
        page.setViewportSize(1280, 860);

        sign();
        assertThat(page.locator(".signed-report")).hasCount(1);
        assertThat(page.locator(".signed-report")).containsText("certificado digital");
        check(page, "reports-signed-desktop");
        byte[] first = pdf();

        page.getByText("Retificar").click();
        assertThat(page.locator("#findings")).hasValue(Pattern.compile("Opacidades"));
        page.locator("#impression").fill("Pneumonia viral provável.");
        page.locator("#sign").click();
        page.locator("[data-passkey]").click();
        assertThat(page.locator(".signed-report")).hasCount(2);
        page.setViewportSize(360, 780);
        check(page, "reports-replaced-phone");

        verify(first);
    }

    private void write() {
        assertThat(page.locator("#report")).isVisible();
        page.locator("#technique").fill("Incidência ântero-posterior, no leito.");
        page.locator("#findings").fill("Opacidades em vidro fosco, de predomínio periférico.");
        page.locator("[data-section=FINDINGS] .phrases summary").press("Enter");
        page.locator("[data-section=FINDINGS] .keep").press("Enter");
        assertThat(page.locator("[data-section=FINDINGS] .phrase-said")).hasText("Frase guardada.");
        page.locator("#impression").fill("Achados compatíveis com pneumonia viral.");
        page.locator("[name=reading]").last().check();
        page.locator("#put").press("Enter");
        page.locator("#put-map").press("Enter");
        assertThat(page.locator("#chosen li")).hasCount(2);
        saving(page, () -> page.locator("#caption-0").fill("Incidência única"));
        assertPainted(page.locator("#chosen li .heat-map").last());
        assertThat(page.locator("#saved")).hasText(SAVED);
        check(page, "report-draft-desktop");
        page.reload();
        assertThat(page.locator("#findings")).hasValue(Pattern.compile("vidro fosco"));
        assertThat(page.locator("#chosen li")).hasCount(2);
        assertThat(page.locator("#caption-0")).hasValue("Incidência única");
    }

    private void aSecondWindowDoesNotOverwrite(String exam) {
        Page other = page.context().newPage();
        other.navigate(exam + "/reports/draft");
        saving(other, () -> other.locator("#comparison").fill("Não há exames anteriores."));
        other.close();

        page.locator("#comparison").fill("outra coisa");
        assertThat(page.locator("#conflict")).containsText("alterado em outra janela");
        check(page, "report-conflict-desktop");
        page.locator("#reload").click();
        assertThat(page.locator("#comparison")).hasValue("Não há exames anteriores.");
    }

    /** Does something, and waits until that is kept. */
    private static void saving(Page window, Runnable act) {
        window.waitForResponse(answer -> answer.request().method().equals("PUT"), act);
        assertThat(window.locator("#saved")).hasText(SAVED);
    }

    private void sign() throws Exception {
        TestAuthority authority = new TestAuthority();
        page.locator("#sign").click();
        assertThat(page.locator("#signature")).isVisible();
        assertThat(page.locator("main")).containsText("Anastácio Bragança");
        check(page, "report-signature-desktop");
        certify(authority, "another password");
        assertThat(page.locator("#wrong")).containsText("A senha do certificado não confere");
        page.setViewportSize(360, 780);
        check(page, "report-signature-phone");
        page.setViewportSize(1280, 860);
        certify(authority, TestAuthority.PASSWORD);
    }

    private void certify(TestAuthority authority, String password) throws Exception {
        page.locator("#certificate-file")
                .setInputFiles(
                        new FilePayload("ana.p12", "application/x-pkcs12", authority.file(Wish.of("52998224725"))));
        assertThat(page.locator("[name=certificate]")).hasValue(Pattern.compile(".{1000,}"));
        page.locator("#certificate-password").fill(password);
        page.locator("[data-passkey]").click();
    }

    /** The PDF as the doctor's browser gets it. */
    private byte[] pdf() {
        String address = page.locator(".signed-report a[href$='.pdf']").first().getAttribute("href");
        return page.context().request().get(address).body();
    }

    private void verify(byte[] pdf) throws Exception {
        Page phone = CHROMIUM.phone(port);
        phone.navigate(address(pdf));
        assertThat(phone.locator(".verification")).containsText("Ele não vale mais: foi substituído");
        assertThat(phone.locator("main")).not().containsText("Bragança");
        phone.locator("#file").setInputFiles(new FilePayload("laudo.pdf", "application/pdf", pdf));
        assertThat(phone.locator(".verification")).containsText("exatamente o que foi assinado");
        check(phone, "verification-replaced-phone");
        byte[] changed = pdf.clone();
        changed[changed.length / 2] ^= 1;
        phone.locator("#file").setInputFiles(new FilePayload("laudo.pdf", "application/pdf", changed));
        assertThat(phone.locator(".verification")).containsText("NÃO é o que foi assinado");
        phone.navigate("/verify/" + "x".repeat(32) + "?lang=en");
        assertThat(phone.locator(".verification")).containsText("No report signed here has this code");
        check(phone, "verification-unknown-phone");
    }

    private static String address(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Matcher address =
                    VERIFICATION.matcher(new PDFTextStripper().getText(document).replaceAll("\\s", ""));
            assertThat(address.find()).isTrue();
            return address.group();
        }
    }

    private void fillInTheForm(String exam) {
        page.navigate(exam);
        DemonstrationDoctor.tellWhoThePatientIs(page);
        check(page, "exam-with-report-link-desktop");
    }

    private void fillInTheLetterhead() throws Exception {
        page.navigate("/reports/letterhead");
        page.locator("#name").fill("Clínica São João");
        page.locator("#address").fill("Rua das Acácias, 123, Campinas - SP");
        page.locator("#phone").fill("(19) 3251-0000");
        page.locator("#crm").fill("CRM/SP 123456");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();
        assertThat(page.locator("#logo")).isEnabled();
        page.locator("#logo").setInputFiles(new FilePayload("logo.png", "image/png", logo()));
        assertPainted(page.locator("img.logo"));
        check(page, "letterhead-desktop");
    }

    private static byte[] logo() throws Exception {
        var logo = new BufferedImage(400, 160, BufferedImage.TYPE_INT_ARGB);
        var canvas = logo.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillOval(10, 10, 140, 140);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(logo, "png", out);
        return out.toByteArray();
    }
}
