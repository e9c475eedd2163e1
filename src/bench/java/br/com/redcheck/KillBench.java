package br.com.redcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the packaged application again and again, as a power cut would, while a client sends exams in pieces and networks read them.
 * Afterwards every file that was acknowledged must be on the shelf once, and every exam be read. Argument: how many kills.
 */
final class KillBench {
    private static final int SLICES = 12;
    private static final int AT_ONCE = 2;

    /** On average, from the first answer on: power cuts have no memory, so that some lives are much longer. */
    private static final int LIFE_MS = 6_000;

    private static final Duration STUCK = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern SEALED = Pattern.compile("\"files\":\\{\"SEALED\":(\\d+)}");
    private static final Pattern EXAM = Pattern.compile(
            "\"exams\":\\[\\{\"id\":\"([0-9a-f-]{36})\",\"modality\":\"CT\",\"state\":\"(\\w+)\",\"images\":(\\d+)");

    private final Random random = new Random(20260523);
    private final Path home;
    private final String classes;
    private final LongSeries series = new LongSeries(LongSeries.SIXTY_SLICES);
    private final List<String> sendings = new ArrayList<>();
    private volatile RunningApplication application;
    private volatile boolean enough;
    private volatile int acknowledged;

    /** Starts are most of the work; classes that lie ready halve it. */
    private KillBench() throws Exception {
        home = Files.createTempDirectory("covid-dicom-kill");
        Path jar = unpacked(home.resolve("application"));
        Path archive = home.resolve("classes.jsa");
        RunningApplication.startUnpacked(jar, home, "-XX:ArchiveClassesAtExit=" + archive)
                .stop();
        classes = "-XX:SharedArchiveFile=" + archive;
        application = RunningApplication.startUnpacked(jar, home, classes);
    }

    public static void main(String[] args) throws Exception {
        new KillBench().run(Integer.parseInt(args[0]));
    }

    private void run(int kills) throws Exception {
        application.signIn(home);
        Thread client = new Thread(this::sendUntilEnough, "client");
        client.start();
        for (int kill = 1; kill <= kills; kill++) {
            Thread.sleep(Math.round(-LIFE_MS * Math.log(1 - random.nextDouble())));
            application.kill();
            application = application.startAgain(home, classes);
            System.out.printf("%d kills, %d files acknowledged in %d sendings%n", kill, acknowledged, sendings.size());
        }
        enough = true;
        client.join();
        Instant until = Instant.now().plus(STUCK);
        while (unsettled() > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(2000);
        }
        report(kills);
        application.stop();
    }

    private static Path unpacked(Path folder) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int status = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        RunningApplication.JAR.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("The jar cannot be unpacked");
        }
        return folder.resolve(RunningApplication.JAR.getFileName());
    }

    private void report(int kills) throws IOException, InterruptedException {
        int lost = 0;
        int duplicated = 0;
        for (String sending : sendings) {
            Matcher exam = EXAM.matcher(application.get(sending));
            String page = exam.find() ? application.get("/exams/" + exam.group(1)) : "";
            Matcher shown = Pattern.compile("<dd>(\\d+)</dd>").matcher(page);
            int images = shown.find() ? Integer.parseInt(shown.group(1)) : 0;
            lost += Math.max(0, SLICES - images);
            duplicated += Math.max(0, images - SLICES);
        }
        System.out.printf(
                "%d kills: %d files acknowledged, %d lost, %d duplicated; %d of %d exams stuck after %s%n",
                kills, acknowledged, lost, duplicated, unsettled(), sendings.size(), STUCK);
    }

    private long unsettled() {
        return sendings.stream()
                .filter(sending -> !insist(() -> settled(sending)))
                .count();
    }

    /** Whether all files are sealed and their one exam is read. */
    private boolean settled(String sending) throws IOException, InterruptedException {
        String told = application.get(sending);
        Matcher sealed = SEALED.matcher(told);
        Matcher exam = EXAM.matcher(told);
        return sealed.find()
                && sealed.group(1).equals(Integer.toString(SLICES))
                && exam.find()
                && exam.group(2).equals("READ");
    }

    private void sendUntilEnough() {
        while (!enough) {
            awaitTurn();
            String study = "2.25.7." + (sendings.size() + 1);
            String announcement = announcement(study);
            String begun = insist(() -> application.announce(announcement));
            List<String> ids =
                    ID.matcher(begun).results().map(match -> match.group(1)).toList();
            sendings.add("/exams/sendings/" + ids.get(0));
            for (int i = 0; i < SLICES; i++) {
                send(sendings.get(sendings.size() - 1) + "/files/" + ids.get(i + 1), series.slice(study, i));
                acknowledged++;
            }
        }
    }

    /** Sends no faster than networks read, so that what is not read in the end is stuck and not only waiting. */
    private void awaitTurn() {
        Instant until = Instant.now().plus(STUCK);
        while (sendings.size() >= AT_ONCE
                && !insist(() -> settled(sendings.get(sendings.size() - AT_ONCE)))
                && Instant.now().isBefore(until)) {
            pause();
        }
    }

    /** Sends one file in pieces of random size. */
    private void send(String file, byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            at = insist(() -> sendPiece(file, bytes));
        }
    }

    /** From where the server says: a piece may have arrived although its answer did not. */
    private int sendPiece(String file, byte[] bytes) throws IOException, InterruptedException {
        int from = application.offset(file);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
        return from == bytes.length ? from : application.append(file, from, bytes, to);
    }

    private String announcement(String study) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            String key = String.format("%032x%032x", Integer.parseInt(study.substring("2.25.7.".length())), i);
            files.add("{\"key\": \"" + key + "\", \"length\": " + series.slice(study, i).length + "}");
        }
        return "{\"urgent\": false, \"closed\": true, \"files\": [" + String.join(",", files) + "]}";
    }

    /** Something that fails while the application is dead. */
    private interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /** Tries until it succeeds, as a client does that means it. */
    private static <T> T insist(Attempt<T> attempt) {
        for (; ; ) {
            try {
                return attempt.make();
            } catch (IOException | AssertionError dead) {
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
