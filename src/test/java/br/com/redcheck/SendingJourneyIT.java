package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.dicom.DicomFiles;
import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.dicom.WalkLimits;
import br.com.redcheck.platform.Refusal;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two folders are sent at once from a real browser to the packaged application, while the network breaks twice, the application is
 * killed and the page is loaded again. Screenshots lie in target/screenshots.
 */
class SendingJourneyIT {
    private static final Path FIXTURES = Path.of("src/test/resources/phi");
    private static final Path ALL = Path.of("../shared/data/phi");
    private static final double LONG_MS = 300_000;
    private static final double READING_MS = 600_000;
    private static final Pattern ROW = Pattern.compile("data-exam=\"([0-9a-f-]{36})\" data-settled=\"(\\w+)\"");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final List<String> acknowledged = new ArrayList<>();

    @TempDir
    private Path home;

    @TempDir
    private Path chosen;

    private RunningApplication application;
    private Page page;
    private CDPSession network;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        application = RunningApplication.start(home);
        application.signIn(home);
        setDefaultAssertionTimeout(LONG_MS);
        page = CHROMIUM.desktop(URI.create(application.address()).getPort());
        page.setDefaultTimeout(LONG_MS);
        page.onDialog(Dialog::accept);
        page.onResponse(this::note);
        network = page.context().newCDPSession(page);
        network.send("Network.enable", withoutBodies());
        new DemonstrationDoctor(page, home).signIn();
    }

    @AfterEach
    void stop() throws InterruptedException {
        application.stop();
    }

    @Test
    void twoFoldersArriveOnceWhateverBreaks() throws IOException, InterruptedException {
        Path films = films();
        Path series = series();
        int all = count(films) + count(series);
        throttle();
        choose(films);
        choose(series);
        assertThat(page.locator(".sending")).hasCount(2);
        awaitSome();
        check(page, "sending-desktop");

        cutTheNetwork("sending-offline");
        awaitSome();
        application.kill();
        assertOffline();
        check(page, "sending-killed");
        application = application.startAgain(home);
        awaitSome();

        page.reload();
        assertThat(status().filter(new FilterOptions().setHasText("Faltam")).first())
                .isVisible();
        check(page, "sending-reloaded");
        throttle();
        choose(series);
        choose(films);
        assertThat(page.locator(".sending")).hasCount(2);
        awaitSome();
        cutTheNetwork("sending-offline-again");
        Locator pause = page.locator(".sending")
                .filter(new FilterOptions().setHasText(series.getFileName().toString()))
                .locator("[data-part=pause]"); // of the films the last may have come by now
        pause.click();
        assertThat(status().filter(new FilterOptions().setHasText("Pausado"))).hasCount(1);
        check(page, "sending-paused");
        pause.click();

        assertThat(page.locator(".sending[data-finished=true]")).hasCount(2);
        check(page, "sending-finished");
        assertThat(page.locator(".file-states")).containsText(new String[] {"limpos e selados", "limpos e selados"});
        assertThat(page.locator(".problems li")).hasCount(0);
        assertThat(acknowledged).as("pieces acknowledged").doesNotHaveDuplicates();
        awaitReadings();
        assertThat(images()).isEqualTo(all);
        check(page, "sending-read");
        page.setViewportSize(360, 780);
        check(page, "sending-phone");
    }

    /** Which piece of which file was acknowledged. */
    private void note(Response response) {
        if (response.request().method().equals("PATCH") && response.status() == 204) {
            acknowledged.add(response.url() + " " + response.request().headers().get("upload-offset"));
        }
    }

    private void choose(Path folder) {
        assertThat(page.locator("#folder")).isEnabled();
        page.locator("#folder").setInputFiles(folder);
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    private Locator status() {
        return page.locator(".sending [data-part=status]");
    }

    /** Waits until more has come than had before. */
    private void awaitSome() {
        int before = acknowledged.size();
        page.waitForCondition(
                () -> acknowledged.size() > before + 5, new Page.WaitForConditionOptions().setTimeout(LONG_MS));
    }

    private void assertOffline() {
        assertThat(status().filter(new FilterOptions().setHasText("Sem conexão"))
                        .first())
                .isVisible();
    }

    private void cutTheNetwork(String name) {
        emulate(true);
        assertOffline();
        check(page, name);
        emulate(false);
        awaitSome();
    }

    /** The bodies of requests are not to be told to us. */
    private static JsonObject withoutBodies() {
        JsonObject limits = new JsonObject();
        limits.addProperty("maxPostDataSize", 1);
        limits.addProperty("maxTotalBufferSize", 1);
        limits.addProperty("maxResourceBufferSize", 1);
        return limits;
    }

    private void throttle() {
        emulate(false);
    }

    /** A connection as a clinic may have it, or none. */
    private void emulate(boolean offline) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", 20);
        conditions.addProperty("downloadThroughput", 4_000_000);
        conditions.addProperty("uploadThroughput", 1_000_000);
        network.send("Network.emulateNetworkConditions", conditions);
    }

    /** Waits for all results; who is asked to judge masks leaves them as they are. */
    private void awaitReadings() throws IOException, InterruptedException {
        double until = System.nanoTime() / 1e6 + READING_MS;
        while (System.nanoTime() / 1e6 < until) {
            String list = application.get("/exams");
            for (String exam : inState(list, "review")) {
                application.confirmMasks(exam);
            }
            if (inState(list, "read").size() == ROW.matcher(list).results().count()) {
                return;
            }
            page.waitForTimeout(1000);
        }
        assertThat(inState(application.get("/exams"), "read")).hasSize(21);
    }

    private static List<String> inState(String list, String state) {
        return Stream.of(list.split("<tr "))
                .filter(row -> row.contains("badge state-" + state + "\""))
                .flatMap(row -> ROW.matcher(row).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** Images on the shelf, of all exams. */
    private int images() throws IOException, InterruptedException {
        String list = application.get("/exams");
        return Pattern.compile("figure-plain\">(\\d+)</td>")
                .matcher(list)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .sum();
    }

    private static Path data() {
        return Files.isDirectory(ALL) ? ALL : FIXTURES;
    }

    /** All films in one folder. */
    private Path films() throws IOException {
        Path folder = Files.createDirectory(chosen.resolve("films"));
        try (Stream<Path> found = Files.list(data().resolve("dx"))) {
            for (Path film :
                    found.filter(file -> file.toString().endsWith(".dcm")).toList()) {
                Files.copy(film, folder.resolve(film.getFileName()));
            }
        }
        return folder;
    }

    /** All CT series in one folder, each in one of its own, as on a CD. */
    private Path series() throws IOException {
        Path folder = Files.createDirectory(chosen.resolve("series"));
        try (Stream<Path> found = Files.list(data())) {
            for (Path zip :
                    found.filter(file -> file.toString().endsWith(".zip")).toList()) {
                unpack(
                        zip,
                        Files.createDirectory(
                                folder.resolve(zip.getFileName().toString().replace(".zip", ""))));
            }
        }
        return folder;
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        new DicomFiles(WalkLimits.defaults()).walk(zip, new DicomFiles.Visitor() {
            private int number;

            @Override
            public void file(String path, InputStream content) throws IOException {
                Files.copy(content, folder.resolve(String.format("IM%04d", ++number)));
            }

            @Override
            public void refused(String path, Refusal refusal) {
                throw refusal;
            }

            @Override
            public void setAside(String path, SetAside reason) {
                throw new UncheckedIOException(new IOException(reason.name()));
            }
        });
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return (int) found.filter(Files::isRegularFile).count();
        }
    }
}
