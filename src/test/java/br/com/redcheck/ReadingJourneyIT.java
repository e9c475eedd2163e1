package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import br.com.redcheck.model.FurtherNetworks;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a doctor sees of the networks in a real browser: two readings of a film, doubt about one of them, their cards, the guidance. */
class ReadingJourneyIT extends Journey {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @TempDir
    static Path models;

    @Autowired
    EveryRow everyRow;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("covid-dicom.models", () -> models.toString());
    }

    @BeforeAll
    static void install() throws IOException {
        FurtherNetworks.copy(models, "other-cxr", "1.0.0");
    }

    @Test
    void aFurtherNetworkIsAskedAndWhatItDoesNotKnowIsTold() throws IOException {
        Page page = CHROMIUM.desktop(port);
        DemonstrationDoctor doctor = new DemonstrationDoctor(page, home.folder());
        doctor.signIn();
        doctor.send(FILM);
        doctor.awaitResult();
        String address = page.url();
        assertThat(page.locator(".verdict")).containsText("do limite");
        page.locator(".further button").click();
        page.locator(".result")
                .nth(1)
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setTimeout(DemonstrationDoctor.READING_MS));
        assertThat(page.locator(".result .model")).hasText(new String[] {"vgg16-cam-cxr 0.1.0", "other-cxr 1.0.0"});
        assertThat(page.locator(".further")).hasCount(0);
        everyRow.sql("update reading set unlikeness = 1.42 where model = 'other-cxr' and exam_id = ?")
                .param(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .update();
        page.reload();
        assertThat(page.locator(".unlike")).containsText("1,4 vezes o limite");
        assertThat(page.locator(".result").nth(1).locator(".class.unsaid")).hasText("Sem classe");
        check(page, "two-networks-desktop");

        page.navigate(address + "/viewer");
        page.locator("body[data-ready]").waitFor();
        page.locator("#network").selectOption("other-cxr 1.0.0");
        assertThat(page.locator("#result .class")).hasText("Sem classe");
        assertThat(page.locator("#result .far")).hasText("1,4 vezes o limite");
        assertThat(page.locator("#result .card"))
                .hasAttribute("href", Pattern.compile("/networks/other-cxr/1\\.0\\.0"));
        check(page, "viewer-two-networks");

        page.setViewportSize(360, 780);
        page.navigate(address);
        check(page, "two-networks-phone");
    }

    @Test
    void theCardsAndTheGuidanceAreReadOnAPhoneToo() {
        Page page = CHROMIUM.phone(port);
        page.navigate("/networks");
        check(page, "networks-phone");
        page.locator("main a", new Page.LocatorOptions().setHasText("vgg16-cam-cxr"))
                .click();
        assertThat(page.locator("h1")).hasText("vgg16-cam-cxr 0.1.0");
        check(page, "network-phone");
        page.locator("main a", new Page.LocatorOptions().setHasText("Uso crítico da IA"))
                .click();
        assertThat(page.locator("h1")).hasText("Uso crítico da IA");
        check(page, "critical-use-phone");

        page.setViewportSize(1280, 900);
        page.navigate("/networks/vgg16-cam-ct/0.1.0?lang=en");
        assertThat(page.locator("main")).containsText("They are not noticed");
        check(page, "network-desktop");
    }
}
