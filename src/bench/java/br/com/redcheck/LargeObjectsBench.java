package br.com.redcheck;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Element;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One doctor sends three large objects at once, uncompressed tomograms of many frames, to the packaged application with a heap of one
 * gigabyte, while a stranger asks for the sign-in page again and again. Argument: megabytes of pixel data of each. Fails if any memory ran
 * out, if an object was neither kept nor refused in words, or if the page once did not come. Whether a network reads them is only told.
 */
final class LargeObjectsBench {
    private static final int OBJECTS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(");
    private static final Set<String> ENDS = Set.of("{\"SEALED\":1}", "{\"REFUSED\":1}");
    private static final Pattern STATES = Pattern.compile("\"files\":(\\{[^}]*})");
    private static final Pattern READ =
            Pattern.compile("\"modality\":\"CT\",\"state\":\"(READ|REFUSED|FAILED|REVIEW)\"");

    private final Path work = Files.createTempDirectory("covid-dicom-large");
    private final Path log = work.resolve("application.log");
    private final Path collections = work.resolve("gc.log");
    private final Path ranOut = work.resolve("ran-out-of-memory");
    private final HttpClient stranger = HttpClient.newHttpClient();
    private final RunningApplication application = RunningApplication.start(
            work.resolve("home"),
            "-Xmx1g",
            "-Dlogging.file.name=" + log,
            "-Xlog:gc:file=" + collections,
            "-XX:OnOutOfMemoryError=touch " + ranOut);
    private int looks;
    private int failed;
    private double longest;

    private LargeObjectsBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new LargeObjectsBench().run(Integer.parseInt(args[0]));
    }

    private void run(int megabytes) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(OBJECTS);
        try {
            application.signIn(work.resolve("home"));
            List<Path> files = files(megabytes * 1_000_000L);
            Instant begun = Instant.now();
            List<Future<String>> sent = files.stream()
                    .map(file -> senders.submit(() -> application.upload(file)))
                    .toList();
            List<String> states = settled(sent, begun);
            report(states, Duration.between(begun, Instant.now()));
        } finally {
            senders.shutdownNow();
            application.stop();
        }
    }

    /** Each a study of its own, of the frames of one series over and over. */
    private List<Path> files(long bytes) throws IOException {
        LongSeries series = new LongSeries(LongSeries.SIXTY_SLICES);
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= OBJECTS; i++) {
            Path file = work.resolve(i + ".dcm");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                tomogram(series, "2.25.9." + i, bytes).writeTo(out);
            }
            files.add(file);
            System.out.printf("object %d: %d bytes%n", i, Files.size(file));
        }
        return files;
    }

    private static DicomObject tomogram(LongSeries series, String study, long bytes) throws IOException {
        DicomObject slice = slice(series, study, 0);
        int frame = pixels(slice).length;
        int frames = Math.toIntExact(bytes / frame);
        byte[] all = new byte[frames * frame];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(pixels(slice(series, study, i)), 0, all, i * frame, frame);
        }
        DataSet set = slice.dataSet();
        set.putString(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames));
        set.put(Element.of(Tag.PIXEL_DATA, Vr.OW, all));
        return slice;
    }

    private static DicomObject slice(LongSeries series, String study, int number) throws IOException {
        return DicomObject.read(new ByteArrayInputStream(series.slice(study, number)), DicomLimits.defaults());
    }

    private static byte[] pixels(DicomObject slice) {
        return slice.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value();
    }

    /** What became of each, once it is known; meanwhile the page is looked at. */
    private List<String> settled(List<Future<String>> sent, Instant begun) throws Exception {
        List<String> told = List.of();
        while (told.size() < OBJECTS || !told.stream().allMatch(LargeObjectsBench::settled)) {
            if (Instant.now().isAfter(begun.plus(LONGEST))) {
                return told;
            }
            look();
            Thread.sleep(1000);
            told = new ArrayList<>();
            for (Future<String> sending : sent) {
                if (sending.isDone()) {
                    told.add(application.get(sending.get()));
                }
            }
        }
        return told;
    }

    private static boolean settled(String told) {
        return told.contains("\"finished\":true")
                && (!told.contains("\"SEALED\":1") || READ.matcher(told).find());
    }

    private void look() throws InterruptedException {
        long begin = System.nanoTime();
        looks++;
        try {
            HttpRequest page = HttpRequest.newBuilder(URI.create(application.address() + "/sign-in"))
                    .timeout(PATIENCE)
                    .build();
            failed += stranger.send(page, BodyHandlers.discarding()).statusCode() == 200 ? 0 : 1;
        } catch (IOException unanswered) {
            failed++;
        }
        longest = Math.max(longest, (System.nanoTime() - begin) / 1e9);
    }

    private void report(List<String> told, Duration taken) throws IOException {
        List<String> states = told.stream().map(it -> first(STATES, it)).toList();
        long errors = lines("OutOfMemoryError");
        System.out.printf(
                Locale.ROOT,
                "after %d s: %s, exams %s%n%d lines of OutOfMemoryError in the log, %s; heap at most %d MB%n"
                        + "%d looks at the sign-in page, %d without it, longest %.1f s%n",
                taken.toSeconds(),
                states,
                told.stream().map(it -> first(READ, it)).toList(),
                errors,
                Files.exists(ranOut) ? "memory ran out" : "memory never ran out",
                highestHeap(),
                looks,
                failed,
                longest);
        if (errors > 0 || Files.exists(ranOut) || failed > 0 || !states.stream().allMatch(ENDS::contains)) {
            told.forEach(System.out::println);
            throw new IllegalStateException("see above, and " + log);
        }
    }

    private static String first(Pattern pattern, String told) {
        Matcher found = pattern.matcher(told);
        return found.find() ? found.group(1) : "?";
    }

    private long lines(String word) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(word)).count();
        }
    }

    private long highestHeap() throws IOException {
        return BEFORE_COLLECTION
                .matcher(Files.readString(collections))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }
}
