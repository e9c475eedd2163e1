package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.Home;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A doctor's way through the product in a real browser, at a desk and on a phone. Screenshots lie in target/screenshots. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DoctorJourneyIT {
    private static final Path PHI = Path.of("src/test/resources/phi");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final double SENDING_MS = 60_000;
    private static final double READING_MS = 120_000;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Home home;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.startFor(DoctorJourneyIT.class);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openDesktop() {
        open(1280, 860);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void filmsEndInClassAndHeatMap() throws IOException {
        signIn();
        send(PHI.resolve("dx/phi_12.dcm"));

        awaitResult();
        assertThat(page.locator(".verdict .class")).hasText(Pattern.compile("Suspeito de COVID-19|Não suspeito"));
        assertThat(page.locator(".verdict .probability")).hasText(Pattern.compile("\\d+,\\d\\s?%"));
        assertThat(page.locator(".verdict .model")).hasText("vgg16-cam-cxr 0.1.0");
        assertThat(page.locator(".verdict"))
                .containsText("sha256 eb729996bbcf7ab749d68f990500f084cc778fa32f55645b9728873ac6a27e55");
        assertThat(page.locator(".verdict")).containsText("não diagnóstico");
        assertPainted(page.locator("figure img").first());
        assertPainted(page.locator("figure .heat-map"));
        shoot("film-desktop");

        page.locator(".opacity-slider").fill("10");
        assertThat(page.locator("figure .heat-map")).hasCSS("opacity", "0.1");
        assertAccessible();
    }

    @Test
    void aCtSeriesEndsInClassAndHeatMapOfEachSlice() throws IOException {
        signIn();
        send(PHI.resolve("ct_series_02.zip"));

        awaitResult();
        assertThat(page.locator("figure")).hasCount(24);
        assertThat(page.locator(".verdict")).containsText("não generaliza");
        Locator shown = page.locator("figure:not([hidden])");
        assertThat(shown).hasCount(1);
        assertPainted(shown.locator("img").first());
        assertPainted(shown.locator(".heat-map"));
        page.locator(".performance summary").click();
        assertThat(page.locator(".performance")).containsText("AUC 0,55");
        shoot("ct-desktop");

        page.locator(".slice-slider").fill("3");
        assertThat(page.locator("figure[data-slice='3']")).isVisible();
        assertPainted(page.locator("figure[data-slice='3'] .heat-map"));
        assertAccessible();
    }

    @Test
    void textInTheImageIsCoveredAndTheDoctorHasTheLastWord() throws IOException {
        signIn();
        send(PHI.resolve("dx/phi_15.dcm"));
        assertThat(page.locator("main")).containsText("Confira as tarjas");
        page.getByText("Conferir as tarjas").click();

        Locator covered = page.locator("#canvas rect.covered");
        assertThat(covered.first()).isVisible();
        int found = covered.count();
        page.locator("#list button").first().click();
        assertThat(page.locator("#canvas rect.uncovered")).hasCount(1);
        drawOverTheImage();
        assertThat(page.locator("#canvas rect.drawn")).hasCount(1);
        page.locator("#add").click();
        page.locator(".mask-fields").last().locator("input").first().fill("3");
        assertThat(page.locator("#canvas rect.drawn[x='3']")).hasCount(1);
        shoot("masks-desktop");
        assertAccessible();
        page.locator("#confirm").click();

        awaitResult();
        page.getByText("Certificado de desidentificação").click();
        assertThat(page.locator(".certificate"))
                .containsText("Cobrem a imagem: " + (found + 1) + ". Retiradas pelo médico: 1.");
        shoot("certificate-desktop");
        assertAccessible();
        Download pdf = page.waitForDownload(() -> page.getByText("Baixar PDF").click());
        Files.copy(pdf.path(), SCREENSHOTS.resolve("certificate.pdf"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");

        page.goBack();
        page.getByText("Tarjas", new GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#list")).containsText("já confirmada");
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        context.close();
        open(360, 780);
        shootAndCheckWidth("sign-in-phone", () -> page.navigate(address("/sign-in")));
        signIn();
        send(PHI.resolve("dx/phi_06.dcm"));
        shootAndCheckWidth("masks-phone", () -> {
            page.getByText("Conferir as tarjas").click();
            assertThat(page.locator("#canvas rect.covered").first()).isVisible();
        });
        page.locator("#confirm").click();
        awaitResult();
        assertPainted(page.locator("figure .heat-map"));
        shootAndCheckWidth("film-phone", () -> {});
        shootAndCheckWidth("shelf-phone", () -> page.navigate(address("/exams")));
        assertThat((boolean) page.locator(".table-responsive").evaluate("box => box.scrollWidth <= box.clientWidth"))
                .as("the list shows the probability without scrolling sideways")
                .isTrue();
        assertAccessible();
    }

    @Test
    void aWholeFolderOfFilmsIsReadOrWaitsForItsDoctor() throws IOException {
        Path[] films;
        try (Stream<Path> files = Files.list(SharedData.folder().resolve("phi/dx"))) {
            films = files.sorted().toArray(Path[]::new);
        }
        signIn();
        page.locator("#files").setInputFiles(films);

        assertThat(page.locator(".sending[data-finished=true]"))
                .isVisible(new IsVisibleOptions().setTimeout(READING_MS));
        assertThat(page.locator(".problems .refused")).hasCount(0);
        assertThat(page.locator(".sent-exams a")).hasCount(films.length);
        assertThat(page.locator("#shelf .state-read, #shelf .state-review").nth(films.length - 1))
                .isVisible(new IsVisibleOptions().setTimeout(READING_MS));
        assertThat(page.locator("#shelf .state-review").first()).isVisible();
        shoot("folder-desktop");
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestGoesOn() throws IOException {
        Path notes = Files.writeString(Files.createTempFile("notes", ".txt"), "these are not the pixels you look for");
        signIn();
        page.locator("#files").setInputFiles(new Path[] {notes, PHI.resolve("dx/phi_01.dcm")});

        Locator problem = page.locator(".problems .refused");
        assertThat(problem).hasCount(1);
        assertThat(problem).containsText("DICOM");
        assertThat(page.locator(".sent-exams a")).hasCount(1);
        shoot("refusal-desktop");
        page.locator(".sent-exams a").click();
        awaitResult();

        page.navigate(address("/exams"));
        assertThat(page.locator("#files")).isEnabled();
        page.locator("#files").setInputFiles(PHI.resolve("dx/phi_01.dcm"));
        assertThat(page.locator(".problems .duplicate")).hasCount(1);
    }

    @Test
    void englishIsOneSwitchAway() {
        page.navigate(address("/sign-in"));
        assertThat(page.locator("h1")).hasText("Exames de tórax, lidos com você");
        shoot("sign-in-desktop");
        assertAccessible();
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Chest exams, read together with you");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void nobodyComesInWithoutThePassword() throws IOException {
        page.navigate(address("/exams"));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in$"));
        page.locator("#username").fill(credentials().get(0));
        page.locator("#password").fill("not the password");
        page.locator("form .btn-primary").click();
        assertThat(page.locator(".alert-danger:visible")).isVisible();
    }

    private void open(int width, int height) {
        context = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private List<String> credentials() throws IOException {
        return Files.readAllLines(home.folder().resolve("demonstration.txt"));
    }

    private void signIn() throws IOException {
        page.navigate(address("/sign-in"));
        page.locator("#username").fill(credentials().get(0));
        page.locator("#password").fill(credentials().get(1));
        page.locator("form .btn-primary").click();
        assertThat(page.locator("#files")).isEnabled();
    }

    /** Sends a file and opens its exam; one that another test has sent already waits behind a link. */
    private void send(Path file) {
        page.locator("#files").setInputFiles(file);
        Locator link = page.locator(".sent-exams a");
        assertThat(link.or(page.locator(".facts"))).isVisible(new IsVisibleOptions().setTimeout(SENDING_MS));
        if (link.isVisible()) {
            link.click();
        }
        assertThat(page.locator(".facts")).isVisible();
    }

    /** Waits for the result, and confirms the masks if there are any. */
    private void awaitResult() {
        Locator review = page.getByText("Conferir as tarjas");
        assertThat(review.or(page.locator(".verdict")).first())
                .isVisible(new IsVisibleOptions().setTimeout(READING_MS));
        if (review.isVisible()) {
            review.click();
            page.locator("#confirm").click();
        }
        assertThat(page.locator(".verdict").first()).isVisible(new IsVisibleOptions().setTimeout(READING_MS));
    }

    private void drawOverTheImage() {
        BoundingBox box = page.locator("#canvas").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40);
        page.mouse().up();
    }

    private static void assertPainted(Locator image) {
        assertThat(image).isVisible();
        image.evaluate("img => img.decode()");
        assertThat((int) image.evaluate("img => img.naturalWidth")).isPositive();
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    private void shoot(String name) {
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void shootAndCheckWidth(String name, Runnable before) {
        before.run();
        shoot(name);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing of %s reaches beyond the screen", name)
                .isTrue();
    }
}
