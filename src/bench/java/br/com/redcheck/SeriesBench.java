package br.com.redcheck;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long a doctor waits for a long CT: from the last byte acknowledged to the score, from the click to the first slice, and slice by
 * slice through all of it. Arguments: how many slices, and a zip with a series to make them of (the small one of the tests if left out).
 */
final class SeriesBench {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern EXAM =
            Pattern.compile("\"exams\":\\[\\{\"id\":\"([0-9a-f-]{36})\",[^}]*\"state\":\"READ\"");
    private static final int POLL_MS = 50;

    /** Asked from outside, a page that is busy would answer late. */
    private static final String DRAWN = """
            document.addEventListener('CORNERSTONE_IMAGE_RENDERED',
                    () => window.firstDrawn ??= performance.timeOrigin + performance.now(), true);""";

    private static final String STUDY = "2.25.300";

    private final Path home = Files.createTempDirectory("covid-dicom-series");
    private final LongSeries series;
    private final int slices;

    private SeriesBench(int slices, Path archive) throws IOException {
        this.series = new LongSeries(archive);
        this.slices = slices;
    }

    public static void main(String[] args) throws Exception {
        String[] wanted = args[0].split(",");
        Path archive = wanted.length > 1 ? Path.of(wanted[1]) : LongSeries.SIXTY_SLICES;
        new SeriesBench(Integer.parseInt(wanted[0]), archive).run();
    }

    private void run() throws Exception {
        RunningApplication application = RunningApplication.start(home);
        try {
            application.signIn(home);
            String sending = send(application);
            long acknowledged = System.nanoTime();
            String exam = awaitRead(application, sending);
            tell("last byte acknowledged to score", acknowledged);
            for (String server : List.of("new", "warm")) {
                look(application, exam, server + " server, ");
            }
        } finally {
            application.stop();
        }
    }

    private String send(RunningApplication application) throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            files.add(series.slice(STUDY, i));
        }
        String announced = files.stream()
                .map(file -> "{\"key\": \"%064x\", \"length\": %d}".formatted(files.indexOf(file), file.length))
                .collect(Collectors.joining(","));
        String begun = application.announce("{\"urgent\": false, \"closed\": true, \"files\": [" + announced + "]}");
        List<String> ids =
                ID.matcher(begun).results().map(match -> match.group(1)).toList();
        String sending = "/exams/sendings/" + ids.get(0);
        long start = System.nanoTime();
        for (int i = 0; i < slices; i++) {
            application.append(sending + "/files/" + ids.get(i + 1), 0, files.get(i), files.get(i).length);
        }
        tell("first byte to last acknowledged, %d slices".formatted(slices), start);
        return sending;
    }

    private static String awaitRead(RunningApplication application, String sending) throws Exception {
        for (; ; ) {
            var exam = EXAM.matcher(application.get(sending));
            if (exam.find()) {
                return exam.group(1);
            }
            Thread.sleep(POLL_MS);
        }
    }

    /** Opens the viewer twice in a browser that has never shown one. */
    private void look(RunningApplication application, String exam, String server) throws IOException {
        try (Chromium chromium = Chromium.started()) {
            Page page = chromium.open(
                    URI.create(application.address()).getPort(), new NewContextOptions().setViewportSize(1440, 900));
            new DemonstrationDoctor(page, home).signIn();
            page.addInitScript(DRAWN);
            page.navigate("/exams/" + exam);
            Locator shown = page.locator("#pane-main[data-state=shown]");
            for (String visit : List.of("first", "second")) {
                long click = System.currentTimeMillis();
                page.getByText("Abrir no visualizador").click();
                shown.waitFor();
                double drawn =
                        (double) page.waitForFunction("window.firstDrawn").jsonValue();
                System.out.printf(
                        Locale.ROOT, "%s%s click to first slice: %.2f s%n", server, visit, (drawn - click) / 1e3);
                scroll(page);
                page.goBack();
            }
        }
    }

    /** Goes through all slices; each must be there, with something on it, when the key has been answered. */
    private void scroll(Page page) {
        page.locator("#pane-main-stage").press("Home");
        long start = System.nanoTime();
        int blank = 0;
        for (int slice = 2; slice <= slices; slice++) {
            page.keyboard().press("ArrowDown");
            page.locator("#pane-main .place")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + slice + " de ")))
                    .waitFor();
            blank += isBlank(page) ? 1 : 0;
        }
        tell("%d slices gone through, %d of them blank".formatted(slices - 1, blank), start);
    }

    private static boolean isBlank(Page page) {
        return (boolean) page.locator("#pane-main .cornerstone-canvas").evaluate("""
                canvas => {
                    const { data } = canvas.getContext('2d').getImageData(canvas.width / 4, canvas.height / 4,
                            canvas.width / 2, canvas.height / 2);
                    return !data.some((value, i) => i % 4 < 3 && value > 0);
                }""");
    }

    private static void tell(String what, long since) {
        System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (System.nanoTime() - since) / 1e9);
    }
}
