package br.com.redcheck;

import static br.com.redcheck.Pages.assertPainted;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor's way through the product in a real browser, at a desk and on a phone. */
class DoctorJourneyIT extends Journey {
    private static final Path PHI = Path.of("src/test/resources/phi");

    private Page page;
    private DemonstrationDoctor doctor;

    @BeforeEach
    void openDesktop() {
        open(CHROMIUM.desktop(port));
    }

    @Test
    void filmsEndInClassAndHeatMap() throws IOException {
        doctor.signIn();
        doctor.send(PHI.resolve("dx/phi_01.dcm"));

        doctor.awaitResult();
        assertThat(page.locator(".verdict .class")).hasText("Suspeito de COVID-19");
        assertThat(page.locator(".verdict .probability")).hasText(Pattern.compile("\\d+,\\d\\s?%"));
        assertThat(page.locator(".verdict .model")).hasText("vgg16-cam-cxr 0.1.0");
        assertThat(page.locator(".verdict"))
                .containsText("sha256 eb729996bbcf7ab749d68f990500f084cc778fa32f55645b9728873ac6a27e55");
        assertThat(page.locator(".verdict")).containsText("não diagnóstico");
        assertPainted(page.locator("figure img").first());
        assertPainted(page.locator("figure .heat-map"));
        check(page, "film-desktop");

        page.locator(".opacity-slider").fill("10");
        assertThat(page.locator("figure .heat-map")).hasCSS("opacity", "0.1");
        check(page, "film-faint-desktop");
    }

    @Test
    void aCtSeriesEndsInClassAndHeatMapOfEachSlice() throws IOException {
        doctor.signIn();
        doctor.send(PHI.resolve("ct_series_02.zip"));

        doctor.awaitResult();
        assertThat(page.locator("figure")).hasCount(24);
        assertThat(page.locator(".verdict")).containsText("não generaliza");
        Locator shown = page.locator("figure:not([hidden])");
        assertThat(shown).hasCount(1);
        assertPainted(shown.locator("img").first());
        assertPainted(shown.locator(".heat-map"));
        page.locator(".performance summary").click();
        assertThat(page.locator(".performance")).containsText("AUC 0,55");
        check(page, "ct-desktop");

        page.locator(".slice-slider").fill("3");
        assertThat(page.locator("figure[data-slice='3']")).isVisible();
        assertPainted(page.locator("figure[data-slice='3'] .heat-map"));
        check(page, "ct-another-slice-desktop");
    }

    @Test
    void textInTheImageIsCoveredAndTheDoctorHasTheLastWord() throws IOException {
        doctor.signIn();
        doctor.send(PHI.resolve("dx/phi_15.dcm"));
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
        check(page, "masks-desktop");
        page.locator("#confirm").click();

        doctor.awaitResult();
        page.getByText("Certificado de desidentificação").click();
        assertThat(page.locator(".certificate"))
                .containsText("Cobrem a imagem: " + (found + 1) + ". Retiradas pelo médico: 1.");
        check(page, "certificate-desktop");
        Download pdf = page.waitForDownload(() -> page.getByText("Baixar PDF").click());
        Files.copy(pdf.path(), Pages.SCREENSHOTS.resolve("certificate.pdf"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");

        page.goBack();
        page.getByText("Tarjas", new GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#list")).containsText("já confirmada");
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        open(CHROMIUM.phone(port));
        page.navigate("/sign-in");
        check(page, "sign-in-phone");
        doctor.signIn();
        doctor.send(PHI.resolve("dx/phi_06.dcm"));
        page.getByText("Conferir as tarjas").click();
        assertThat(page.locator("#canvas rect.covered").first()).isVisible();
        check(page, "masks-phone");
        page.locator("#confirm").click();
        doctor.awaitResult();
        assertPainted(page.locator("figure .heat-map"));
        check(page, "film-phone");
        page.navigate("/exams");
        check(page, "shelf-phone");
        assertThat((boolean) page.locator(".table-responsive").evaluate("box => box.scrollWidth <= box.clientWidth"))
                .as("the list shows the probability without scrolling sideways")
                .isTrue();
    }

    @Test
    void aWholeFolderOfFilmsIsReadOrWaitsForItsDoctor() throws IOException {
        Path[] films = SharedData.films();
        doctor.signIn();
        doctor.choose(films);

        Locator sending = doctor.sending(films[films.length - 1]);
        assertThat(sending)
                .hasAttribute(
                        "data-finished", "true", new HasAttributeOptions().setTimeout(DemonstrationDoctor.READING_MS));
        assertThat(sending.locator(".problems .refused")).hasCount(0);
        assertThat(sending.locator(".sent-exams a")).hasCount(films.length);
        assertThat(sending.locator(".state-read, .state-review"))
                .hasCount(films.length, new HasCountOptions().setTimeout(DemonstrationDoctor.READING_MS));
        assertThat(page.locator("#shelf .state-review").first()).isVisible();
        check(page, "folder-desktop");
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestGoesOn(@TempDir Path folder) throws IOException {
        Path broken = Files.write(folder.resolve("broken.dcm"), new byte[] {1, 2, 3});
        doctor.signIn();
        Path film = PHI.resolve("dx/phi_01.dcm");
        doctor.choose(broken, film);

        Locator problem = doctor.sending(film).locator(".problems .refused");
        assertThat(problem).hasCount(1);
        assertThat(problem).containsText("DICOM");
        check(page, "refusal-desktop");
        doctor.sending(film).locator(".sent-exams a").click();
        doctor.awaitResult();

        page.navigate("/exams");
        doctor.choose(film);
        assertThat(doctor.sending(film).locator(".problems .duplicate")).hasCount(1);
    }

    @Test
    void englishIsOneSwitchAway() {
        page.navigate("/sign-in");
        assertThat(page.locator("h1")).hasText("Exames de tórax, lidos com você");
        check(page, "sign-in-desktop");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Chest exams, read together with you");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void nobodyComesInWithoutThePassword() throws IOException {
        page.navigate("/exams");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in$"));
        page.locator("#username").fill(doctor.credentials().get(0));
        page.locator("#password").fill("not the password");
        page.locator("form .btn-primary").click();
        assertThat(page.locator(".alert-danger:visible")).isVisible();
    }

    private void open(Page opened) {
        page = opened;
        doctor = new DemonstrationDoctor(page, home.folder());
    }

    private void drawOverTheImage() {
        BoundingBox box = page.locator("#canvas").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40);
        page.mouse().up();
    }
}
