package br.com.redcheck;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium; a test that needs it and finds none says so loudly, or fails where one is required. */
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS)
                        .setHeadless(true));
    }

    /** Starts it, or leaves out the tests of the named class. */
    public static Chromium startFor(Class<?> tests) {
        Optional<Path> program = find();
        if (program.isEmpty()) {
            String why = "BROWSER TESTS LEFT OUT: " + tests.getSimpleName()
                    + " needs Chromium, and this machine has none (looked for chromium, google-chrome on the PATH)";
            System.err.println("\n*** " + why + " ***\n");
            if (Boolean.parseBoolean(System.getenv("BROWSER_TESTS_REQUIRED"))) {
                throw new IllegalStateException(why);
            }
            abort(why);
        }
        return new Chromium(program.orElseThrow());
    }

    public Browser browser() {
        return browser;
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
    public void close() {
        browser.close();
        playwright.close();
    }
}
