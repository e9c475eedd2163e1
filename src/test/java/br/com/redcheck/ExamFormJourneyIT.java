package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.Home;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A doctor fills in the form of an exam, at a desk and on a phone, with and without a network. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExamFormJourneyIT {
    private static final Path FILMS = Path.of("src/test/resources/phi/dx");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final double SENDING_MS = 60_000;
    private static final double READING_MS = 120_000;
    private static final Pattern SAVED = Pattern.compile("Rascunho salvo às \\d\\d:\\d\\d\\.");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Home home;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.startFor(ExamFormJourneyIT.class);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openDesktop() {
        open(1280, 900);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void theFormIsSavedAsItIsTypedAndSurvivesAReloadAndALostNetwork() throws IOException {
        openForm("phi_12.dcm");
        shoot("form-empty-desktop");
        assertAccessible();

        page.locator("#name").fill("Benedita Quaresma");
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.locator("#cpf").fill("123");
        page.locator("#onset").fill("2019-05-01");
        page.locator("#mother").fill("Gertrudes");
        assertThat(page.locator("#cpf-problem")).containsText("Este CPF não confere");
        assertThat(page.locator("#onset-problem")).containsText("anterior a 1/12/2019");
        shoot("form-refused-values-desktop");

        context.setOffline(true);
        page.locator("#observations").fill("sem rede");
        assertThat(page.locator("#saved")).containsText("ainda não foi salvo");
        shoot("form-offline-desktop");
        assertAccessible();
        context.setOffline(false);
        assertThat(page.locator("#saved")).hasText(SAVED);

        page.reload();
        assertThat(page.locator("#name")).hasValue("Benedita Quaresma");
        assertThat(page.locator("#cpf")).hasValue("123");
        assertThat(page.locator("#observations")).hasValue("sem rede");
        assertThat(page.locator("#cpf-problem")).containsText("Este CPF não confere");
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void aFormIsFinishedByKeyboardAloneAndThePatientIsKnownNextTime() throws IOException {
        openForm("phi_01.dcm");
        page.locator("form button.btn-primary").press("Enter");
        assertThat(page.locator(".alert-danger")).containsText("Nada do que você digitou se perdeu");
        assertThat(page.locator("#name")).isFocused();
        shoot("form-incomplete-desktop");
        assertAccessible();

        type("#name", "Anastácio Bragança");
        page.locator("#birthDate").fill("1961-07-09");
        page.locator("#sex-M").press("Space");
        type("#cpf", "111.444.777-35");
        page.locator("#caseState-SUSPECTED").press("Space");
        type("#municipality", "sao jose dos cam");
        assertThat(page.locator("#municipality-options [role=option]").first()).hasText("São José dos Campos - SP");
        page.locator("#municipality").press("ArrowDown");
        assertThat(page.locator("#municipality")).hasAttribute("aria-activedescendant", "municipality-options-0");
        shoot("form-municipality-desktop");
        assertAccessible();
        page.locator("#municipality").press("Enter");
        assertThat(page.locator("#municipality")).hasValue("São José dos Campos - SP");
        assertThat(page.locator("#municipality-options")).isHidden();
        page.locator("#symptom-FEVER").press("Space");
        page.locator("#symptom-DYSPNOEA").press("Space");
        page.locator("#onset").fill("2020-05-02");
        page.locator("#pcr").selectOption("PENDING");
        page.locator("#pcrOn").fill("2020-05-06");
        page.locator("#serology").selectOption("NOT_DONE");
        assertThat(page.locator("#saved")).hasText(SAVED);
        shoot("form-whole-desktop");
        page.locator("form button.btn-primary").press("Enter");

        assertThat(page.locator(".form-card")).containsText("Concluído em");
        assertThat(page.locator(".form-card")).containsText("São José dos Campos - SP");
        shoot("exam-with-form-desktop");
        assertAccessible();
        page.locator(".form-card a[href$='/form']").click();
        assertThat(page.locator("#name")).hasValue("Anastácio Bragança");
        assertThat(page.locator("#name")).not().isEditable();
        assertThat(page.locator("#saved")).containsText("Concluído");

        openForm("phi_11.dcm");
        page.locator("#search").fill("brag");
        page.locator("#search").press("Enter");
        assertThat(page.locator("#found li")).hasCount(1);
        shoot("form-search-desktop");
        assertAccessible();
        page.locator("#found button").click();
        assertThat(page.locator("#cpf")).hasValue("111.444.777-35");
        assertThat(page.locator("#known")).isVisible();
        shoot("form-known-patient-desktop");
        assertAccessible();
        page.locator("#other").click();
        assertThat(page.locator("#cpf")).hasValue("");
        assertThat(page.locator("#name")).isEditable();
    }

    @Test
    void anOutcomeIsToldAndCountedBesideTheReading() throws IOException {
        openForm("phi_06.dcm");
        page.navigate(address("/outcomes"));
        shoot("performance-before-desktop");
        assertAccessible();
        page.goBack();
        page.locator(".form-end a").click();
        awaitResult();
        page.locator(".form-card a[href$='/outcome']").click();
        page.locator("form.exam-form button.btn-primary").click();
        assertThat(page.locator("#diagnosis-problem")).hasText("Escolha uma das opções.");
        shoot("outcome-incomplete-desktop");
        assertAccessible();
        page.locator("#diagnosis-COVID_19").check();
        page.locator("#pcr").selectOption("POSITIVE");
        page.locator("#pcrOn").fill("2020-05-06");
        page.locator("#serology").selectOption("NOT_DONE");
        page.locator("#course").selectOption("WARD");
        page.locator("form.exam-form button.btn-primary").click();
        assertThat(page.locator(".form-card")).containsText("Conta como COVID-19");

        page.navigate(address("/outcomes"));
        assertThat(page.locator(".matrix")).isVisible();
        assertThat(page.locator(".own-performance")).containsText("1; intervalo de 95 % (Wilson)");
        shoot("performance-desktop");
        assertAccessible();
        page.locator(".matrix a", new LocatorOptions().setHasText("1")).click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        shoot("performance-exams-desktop");
        assertAccessible();
        page.setViewportSize(360, 780);
        shootAndCheckWidth("performance-exams-phone");
        page.navigate(address("/outcomes"));
        shootAndCheckWidth("performance-phone");
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        context.close();
        open(360, 780);
        openForm("phi_14.dcm");
        shootAndCheckWidth("form-phone");
        page.locator("#municipality").pressSequentially("porto al");
        assertThat(page.locator("#municipality-options [role=option]").first()).hasText("Porto Alegre - RS");
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve("form-municipality-phone.png")));
        page.locator("#municipality-options [role=option]").first().tap();
        assertThat(page.locator("#municipality")).hasValue("Porto Alegre - RS");
        assertThat(page.locator("#saved")).hasText(SAVED);
        assertAccessible();
        page.locator(".form-end a").click();
        assertThat(page.locator(".form-card")).containsText("Rascunho, salvo em");
        shootAndCheckWidth("exam-with-form-phone");

        page.navigate(page.url() + "/form?lang=en");
        assertThat(page.locator("h1")).hasText("Form of the exam");
        shootAndCheckWidth("form-english-phone");
    }

    private void type(String field, String text) {
        page.locator(field).fill("");
        page.locator(field).pressSequentially(text);
    }

    private void open(int width, int height) {
        context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, height)
                        .setHasTouch(width < 500)
                        .setLocale("pt-BR"));
        page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Sends a film, once, and opens the form of its exam. */
    private void openForm(String film) throws IOException {
        page.navigate(address("/exams"));
        if (page.locator("#username").isVisible()) {
            List<String> credentials = Files.readAllLines(home.folder().resolve("demonstration.txt"));
            page.locator("#username").fill(credentials.get(0));
            page.locator("#password").fill(credentials.get(1));
            page.locator("form .btn-primary").click();
        }
        assertThat(page.locator("#files")).isEnabled();
        page.locator("#files").setInputFiles(FILMS.resolve(film));
        Locator link = page.locator("#outcome a");
        assertThat(link.or(page.locator(".facts"))).isVisible(new IsVisibleOptions().setTimeout(SENDING_MS));
        if (link.isVisible()) {
            link.click();
        }
        page.locator(".form-card a[href$='/form']").click();
        assertThat(page.locator("#exam-form")).isVisible();
    }

    /** Waits for the result, and confirms the masks if there are any. */
    private void awaitResult() {
        Locator review = page.getByText("Conferir as tarjas");
        IsVisibleOptions patiently = new IsVisibleOptions().setTimeout(READING_MS);
        assertThat(review.or(page.locator(".verdict")).first()).isVisible(patiently);
        if (review.isVisible()) {
            review.click();
            page.locator("#confirm").click();
        }
        assertThat(page.locator(".verdict").first()).isVisible(patiently);
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    private void shoot(String name) {
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void shootAndCheckWidth(String name) {
        shoot(name);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing of %s reaches beyond the screen", name)
                .isTrue();
    }
}
