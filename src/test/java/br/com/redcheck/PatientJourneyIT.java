package br.com.redcheck;

import static br.com.redcheck.Pages.assertPainted;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Mailbox;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the doctor's desk to the patient's phone and back. Screenshots lie in target/screenshots. */
class PatientJourneyIT extends Journey {
    private static final Path FILMS = Path.of("src/test/resources/phi/dx");

    /** One for each test: an owner has an image but once. */
    private static final Iterator<String> LEFT =
            List.of("phi_12.dcm", "phi_14.dcm").iterator();

    private static final Pattern LINK = Pattern.compile("http://localhost[:\\d]*(/r/\\S+)");
    private static final Pattern EXAM = Pattern.compile(".*(/exams/[0-9a-f-]{36}).*");

    @RegisterExtension
    final InTheClear inTheClear = new InTheClear();

    @Autowired
    EveryRow everyRow;

    private Page desk;
    private DemonstrationDoctor doctor;
    private String exam;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void signAReport() throws IOException {
        desk = CHROMIUM.desktop(port);
        doctor = new DemonstrationDoctor(desk, home.folder());
        doctor.signIn();
        doctor.send(FILMS.resolve(LEFT.next()));
        Matcher address = EXAM.matcher(desk.url());
        assertThat(address.matches()).as(desk.url()).isTrue();
        exam = address.group(1);
        DemonstrationDoctor.tellWhoThePatientIs(desk);
        writeAndSign();
    }

    @Test
    void aReportComesToThePatientsPhoneAndIsCalledBack() throws IOException {
        String to = UUID.randomUUID() + "@example.org";
        desk.locator("a[href$='/links']").first().click();
        check(desk, "delivery-desktop");
        desk.locator("#email").fill(to);
        desk.locator("#download-mail").check();
        desk.locator("form[action$='/mail'] .btn-primary").click();
        assertThat(desk.locator(".handed-out")).hasCount(1);
        assertThat(desk.locator(".handed-out")).containsText(to);
        assertThat(desk.locator(".last")).hasText("nunca");
        Matcher link = LINK.matcher(Mailbox.text(Mailbox.expect(to, 1)));
        assertThat(link.find()).isTrue();

        Page phone = CHROMIUM.phone(port);
        phone.navigate(link.group(1));
        assertThat(phone.url()).endsWith("/visit/proof");
        check(phone, "patient-proof-phone");
        prove(phone, "9", "7", "1961", "0000");
        assertThat(phone.locator(".problem")).containsText("Não foi possível abrir.");
        check(phone, "patient-proof-refused-phone");
        prove(phone, "9", "7", "1961", "7735");
        assertThat(phone.locator("h1")).hasText("Seu laudo");
        assertPainted(phone.locator(".pages img").first());
        phone.locator(".pictures img").first().scrollIntoViewIfNeeded();
        assertPainted(phone.locator(".pictures img").first());
        phone.locator("details.text summary").click();
        assertThat(phone.locator("details.text")).containsText("Opacidades em vidro fosco");
        check(phone, "patient-report-phone");
        phone.locator(".languages a[lang=en]").click();
        assertThat(phone.locator("h1")).hasText("Your report");
        check(phone, "patient-report-english-phone");
        phone.locator("a[href$='/visit/viewer']").click();
        phone.locator("body[data-ready]").waitFor();
        assertThat(phone.locator("#pane-main")).hasAttribute("data-state", "shown");
        assertThat(phone.locator("[data-tool=LENGTH]")).hasCount(0);
        assertThat(phone.locator("#result")).isHidden();
        check(phone, "patient-viewer-phone");
        phone.locator(".back").click();
        assertThat(phone.locator(".history")).containsText("images seen by the patient");

        decideAndAsk(phone);

        desk.reload();
        assertThat(desk.locator(".openings")).hasText("1");
        assertThat(desk.locator(".last")).not().hasText("nunca");
        assertThat(desk.locator(".mail")).hasText("aceito pelo servidor de e-mail");
        desk.locator(".handed-out summary").click();
        check(desk, "delivery-used-desktop");
        desk.setViewportSize(360, 780);
        check(desk, "delivery-used-phone");
        desk.locator("form[action$='/revoke'] button").click();
        assertThat(desk.locator(".handed-out")).hasAttribute("data-state", "REVOKED");

        phone.reload();
        assertThat(phone.locator("#code")).isVisible();
        phone.navigate(link.group(1));
        prove(phone, "9", "7", "1961", "7735");
        assertThat(phone.locator(".problem")).isVisible();
        nothingLiesInTheClear(phone, Map.of("token", link.group(1).replaceFirst(".*/", ""), "patient's e-mail", to));
    }

    @Test
    void aSlipIsPrintedOnceAndItsCodeTypedOnAPhoneWithoutScripts() throws IOException {
        desk.navigate(exam + "/links");
        desk.locator("form[action$='/slip'] .btn-primary").click();
        assertThat(desk.locator(".slip-qr")).isVisible();
        check(desk, "slip-desktop");
        String code = desk.locator(".slip-code").textContent();
        desk.setViewportSize(360, 780);
        check(desk, "slip-phone");

        Page phone = CHROMIUM.open(
                port, new NewContextOptions().setViewportSize(360, 780).setJavaScriptEnabled(false));
        phone.navigate("/r");
        phone.locator("#code").fill("123");
        phone.locator("main button").click();
        assertThat(phone.locator(".problem")).containsText("16 letras e números");
        phone.locator("#code").fill(code.toLowerCase(Locale.ROOT).replace('-', ' '));
        phone.locator("main button").click();
        prove(phone, "09", "07", "1961", "7735");
        assertThat(phone.locator("h1")).hasText("Seu laudo");
        assertThat(phone.locator("a[href$='report.pdf']")).hasCount(0);
        phone.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(Pages.SCREENSHOTS.resolve("patient-without-scripts-phone.png")));
        phone.locator("header button").click();
        assertThat(phone.locator(".note")).containsText("Você saiu.");

        Page stranger = CHROMIUM.phone(port);
        stranger.navigate("/r");
        check(stranger, "patient-door-phone");
        stranger.locator("#code").fill(code);
        stranger.locator("main button").click();
        for (int i = 0; i < 5; i++) {
            prove(stranger, "1", "1", "1970", "0000");
            assertThat(stranger.locator(".problem")).containsText("Não foi possível abrir.");
        }
        prove(stranger, "9", "7", "1961", "7735");
        assertThat(stranger.locator(".problem")).containsText("tentativas demais");
        check(stranger, "patient-too-many-phone");
        nothingLiesInTheClear(stranger, Map.of("code", code, "bare code", code.replace("-", "")));
    }

    private void nothingLiesInTheClear(Page phone, Map<String, String> handedOut) throws IOException {
        Map<String, String> secrets = new HashMap<>(handedOut);
        secrets.put("password", doctor.credentials().get(1));
        secrets.put("patient's name", "Anastácio");
        secrets.put("patient's other name", "Bragança");
        secrets.put("CPF", "11144477735");
        secrets.put("CPF as written", "111.444.777-35");
        secrets.put("birth date", "1961-07-09");
        for (Page page : List.of(desk, phone)) {
            page.context().cookies().stream()
                    .filter(cookie -> cookie.httpOnly && !cookie.name.equals("language"))
                    .forEach(cookie -> secrets.put("cookie " + cookie.name, cookie.value));
        }
        inTheClear.assertNoneOf(secrets, everyRow, home.folder());
    }

    /** The patient agrees to research, changes their mind, and asks for a copy. */
    private static void decideAndAsk(Page phone) {
        phone.locator(".more a[href$='/visit/consent']").click();
        check(phone, "patient-consent-phone");
        phone.locator("section[aria-label^='Research'] button").click();
        assertThat(phone.locator("section[aria-label^='Research'] .note")).containsText("You agreed on");
        check(phone, "patient-consent-given-phone");
        phone.locator("section[aria-label^='Research'] button").click();
        assertThat(phone.locator("section[aria-label^='Research'] .note")).containsText("You took it back on");
        phone.navigate("/visit/requests");
        phone.locator("#kind-COPY").check();
        phone.locator("#note").fill("please on paper");
        phone.locator("main button").click();
        assertThat(phone.locator(".history")).containsText("A copy of my data");
        check(phone, "patient-requests-phone");
        phone.navigate("/visit");
    }

    private static void prove(Page phone, String day, String month, String year, String word) {
        phone.locator("#day").fill(day);
        phone.locator("#month").fill(month);
        phone.locator("#year").fill(year);
        phone.locator("#word").fill(word);
        phone.locator("main button").click();
    }

    private void writeAndSign() throws IOException {
        desk.navigate("/reports/letterhead");
        desk.locator("#name").fill("Clínica da Serra");
        desk.locator("#crm").fill("CRM/SP 123456");
        desk.locator("main form .btn-primary").first().click();
        assertThat(desk.locator(".alert-success")).isVisible();
        desk.navigate(exam + "/reports");
        desk.locator("form[action$='/reports'] .btn-primary").click();
        desk.locator("#technique").fill("Radiografia de tórax em PA.");
        desk.locator("#findings").fill("Opacidades em vidro fosco, periféricas e bilaterais.");
        desk.locator("#impression").fill("Achados suspeitos de pneumonia viral.");
        desk.locator("#sign").click();
        desk.locator("#password").fill(doctor.credentials().get(1));
        desk.locator(".shown-again .btn-primary").click();
        assertThat(desk.locator(".signed-report")).hasCount(1);
    }
}
