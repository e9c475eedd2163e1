package br.com.redcheck;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium, for the tests of a class that has it as a static {@code @RegisterExtension}. A test that needs it and
 * finds none says so loudly, or fails where one is required. What a test has opened is closed after it.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long a page is waited for; on a busy machine, sending a film takes its time. */
    private static final double PATIENCE_MS = 60_000;

    private @Nullable Playwright playwright;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Browser browser;

    /** One that is not of a test. */
    static Chromium started() {
        Chromium chromium = new Chromium();
        chromium.start(find().orElseThrow());
        return chromium;
    }

    /** Opens a page at a desk, for somebody whom the server has not seen; it then navigates by paths alone, and has no errors. */
    public Page desktop(int port) {
        return faultless(open(port, new NewContextOptions().setViewportSize(1280, 860)));
    }

    /** Opens a page on a phone, for somebody whom the server has not seen; it then navigates by paths alone, and has no errors. */
    public Page phone(int port) {
        return faultless(
                open(port, new NewContextOptions().setViewportSize(360, 780).setHasTouch(true)));
    }

    /** Opens a page as is said, for somebody whom the server has not seen; it then navigates by paths alone. */
    public Page open(int port, NewContextOptions options) {
        return browser.newContext(options.setBaseURL("http://localhost:" + port)
                        .setLocale("pt-BR")
                        .setReducedMotion(ReducedMotion.REDUCE)) // what glides is not always hit by a click
                .newPage();
    }

    private static Page faultless(Page page) {
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
        return page;
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            String why = "BROWSER TESTS LEFT OUT: " + tests.getDisplayName()
                    + " needs Chromium, and this machine has none (looked for chromium, google-chrome on the PATH)";
            System.err.println("\n*** " + why + " ***\n");
            if (Boolean.parseBoolean(System.getenv("BROWSER_TESTS_REQUIRED"))) {
                throw new IllegalStateException(why);
            }
            abort(why);
        }
        start(program.orElseThrow());
    }

    private void start(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS)
                        .setHeadless(true));
    }

    private static Optional<Path> find() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(Path::of)
                .toList();
        return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
