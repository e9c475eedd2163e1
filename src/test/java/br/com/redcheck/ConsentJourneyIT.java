package br.com.redcheck;

import static br.com.redcheck.Pages.assertPainted;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A doctor keeps a signed consent, publishes the exam, takes requests of the patient's, and deletes them. */
class ConsentJourneyIT extends Journey {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_01.dcm");

    @Test
    void fromTheSignedPaperToTheGalleryAndOutOfIt() throws IOException {
        Page page = CHROMIUM.desktop(port);
        DemonstrationDoctor doctor = new DemonstrationDoctor(page, home.folder());
        doctor.signIn();
        doctor.send(FILM);
        String exam = page.url();
        DemonstrationDoctor.tellWhoThePatientIs(page);
        tellTheOutcome(page, exam);
        page.navigate(exam + "/masks");
        page.locator("#confirm").click();
        page.waitForURL(Pattern.compile("/exams/[^/]+$"));

        page.navigate("/consent");
        check(page, "consent-text-desktop");
        page.navigate(exam);
        page.locator(".form-card a[href$='/consent']").click();
        checkBoth(page, "consent-never-given");
        page.locator("#purpose-PUBLICATION").check();
        page.locator("#purpose-CARE").check();
        page.locator("#scan").setInputFiles(new FilePayload("carta.txt", "text/plain", new byte[] {1, 2, 3, 4, 5, 6}));
        page.locator("#declared").check();
        page.locator("#paper-form button").click();
        assertThat(page.locator("#paper-text")).containsText("PDF, JPEG ou PNG");
        page.locator("#scan")
                .setInputFiles(new FilePayload(
                        "termo.pdf", "application/pdf", "%PDF-1.7 termo".getBytes(StandardCharsets.UTF_8)));
        page.locator("#paper-form button").click();
        assertThat(page.locator(".consent-given")).hasCount(2);
        checkBoth(page, "consent-given");

        page.navigate(exam + "/publication");
        checkBoth(page, "publication");
        page.locator("#looked").check();
        page.locator("#unmarked").check();
        page.locator("#password").fill(doctor.credentials().get(1));
        page.locator(".shown-again .btn-primary").click();
        assertThat(page.locator("#published")).isVisible();
        Page stranger = CHROMIUM.desktop(port);
        stranger.navigate("/gallery");
        assertThat(stranger.locator(".gallery li")).hasCount(1);
        checkBoth(stranger, "gallery");
        stranger.locator(".gallery a").click();
        assertPainted(stranger.locator(".gallery-picture"));
        checkBoth(stranger, "gallery-exam");

        page.navigate(exam);
        page.locator(".form-card a[href$='/requests']").click();
        page.locator("#kind").selectOption("DELETION");
        page.locator("#note").fill("quero sair da galeria e do cadastro");
        page.locator("#proven").check();
        page.locator("form[action$='/requests'] button").click();
        assertThat(page.locator(".request")).hasCount(1);
        checkBoth(page, "rights-patient");
        page.navigate("/patients/requests");
        checkBoth(page, "rights-open");
        page.locator("main li a").click();
        page.locator("summary").click();
        page.locator("#password").fill(doctor.credentials().get(1));
        page.locator(".shown-again .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();

        stranger.navigate("/gallery");
        assertThat(stranger.locator(".gallery li")).hasCount(0);
    }

    private static void checkBoth(Page page, String name) {
        check(page, name + "-desktop");
        page.setViewportSize(360, 780);
        check(page, name + "-phone");
        page.setViewportSize(1280, 900);
    }

    private static void tellTheOutcome(Page page, String exam) {
        page.navigate(exam + "/outcome");
        page.locator("#diagnosis-COVID_19").check();
        page.locator("#pcr").selectOption("POSITIVE");
        page.locator("#pcrOn").fill("2020-05-06");
        page.locator("#serology").selectOption("NOT_DONE");
        page.locator("#course").selectOption("WARD");
        page.locator("form.exam-form button.btn-primary").click();
        assertThat(page.locator(".form-card")).containsText("Conta como COVID-19");
    }
}
