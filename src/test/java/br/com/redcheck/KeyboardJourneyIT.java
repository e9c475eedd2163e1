package br.com.redcheck;

import static br.com.redcheck.Pages.assertPainted;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way from the door to the images, with Tab, Enter and the arrows alone. */
class KeyboardJourneyIT extends Journey {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** Far more than any page has. */
    private static final int MOST_STOPS = 120;

    @Autowired
    EveryRow everyRow;

    private Page page;
    private DemonstrationDoctor doctor;

    @BeforeEach
    void openTheDoor() {
        everyRow.sql("truncate exam, sending cascade").update();
        page = CHROMIUM.desktop(port);
        doctor = new DemonstrationDoctor(page, home.folder());
        page.navigate("/sign-in");
    }

    @Test
    void fromSignInToResultWithoutAMouse() throws IOException {
        signIn();
        sendFilm();
        openFromTheList();
        moveTheHeatMap();
        lookAtTheImages();
    }

    private void signIn() throws IOException {
        assertThat(page.locator("#username")).isFocused();
        page.keyboard().type(doctor.credentials().get(0));
        page.keyboard().press("Tab");
        page.keyboard().type(doctor.credentials().get(1));
        page.keyboard().press("Enter");
        assertThat(page.locator("#shelf")).isVisible();
    }

    private void sendFilm() {
        assertThat(page.locator("#files")).isEnabled();
        tabTo(page.locator("#files"));
        check(page, "keyboard-choose-desktop");
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
        chooser.setFiles(FILM);
        // One exam alone is opened for whoever sent it and does nothing else meanwhile.
        assertThat(page.locator(".verdict .class"))
                .isVisible(new IsVisibleOptions().setTimeout(DemonstrationDoctor.READING_MS));
        tabTo(page.locator("a.nav-link[href$='/exams']"));
        page.keyboard().press("Enter");
    }

    private void openFromTheList() {
        Locator exam = page.locator("#shelf tr[data-exam] .stretched-link");
        assertThat(exam).hasCount(1);
        assertThat(page.locator("#shelf .state-read")).isVisible();
        tabTo(exam);
        page.keyboard().press("ArrowDown");
        assertThat(exam).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/exams/[0-9a-f-]{36}"));
        assertThat(page.locator(".verdict .class")).hasText("Sem classe"); // mirrored, this film has another one
    }

    private void moveTheHeatMap() {
        tabTo(page.locator(".opacity-slider"));
        page.keyboard().press("Home");
        assertThat(page.locator("figure .heat-map")).hasCSS("opacity", "0");
        page.keyboard().press("ArrowRight");
        assertPainted(page.locator("figure .heat-map"));
        check(page, "keyboard-result-desktop");
    }

    private void lookAtTheImages() {
        Locator viewer = page.locator("main a[href$='/viewer']");
        for (int i = 0; i < MOST_STOPS && !focused(viewer); i++) {
            page.keyboard().press("Shift+Tab");
        }
        page.keyboard().press("Enter");
        page.locator("body[data-ready]").waitFor();
        assertThat(page.locator(".probability")).hasText(Pattern.compile("\\d+,\\d\\s?%"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane-main-stage")).isFocused();
        page.keyboard().press("l");
        assertThat(page.locator("[data-tool=LENGTH]")).hasAttribute("aria-pressed", "true");
        check(page, "keyboard-viewer-desktop");
    }

    private void tabTo(Locator target) {
        for (int i = 0; i < MOST_STOPS && !focused(target); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(target)).as("%s is reached with Tab", target).isTrue();
    }

    private static boolean focused(Locator target) {
        return (boolean) target.evaluate("element => document.activeElement === element");
    }
}
