package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** What is looked at on every page, whatever it is for. */
public final class Pages {
    /** Where the pictures lie. */
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    private Pages() {}

    /** Takes a picture of the whole page; it fits the screen, and axe finds nothing. */
    public static void check(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        assertFits(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    /** The page scrolls up and down alone. */
    static void assertFits(Page page, String name) {
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing of %s reaches beyond the screen", name)
                .isTrue();
    }

    /** An image is there, and its bytes were one. */
    public static void assertPainted(Locator image) {
        assertThat(image).isVisible();
        image.evaluate("img => img.decode()");
        assertThat((int) image.evaluate("img => img.naturalWidth")).isPositive();
    }
}
