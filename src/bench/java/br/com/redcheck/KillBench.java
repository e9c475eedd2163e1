package br.com.redcheck;

import br.com.redcheck.dicom.DicomFiles;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.dicom.WalkLimits;
import br.com.redcheck.platform.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the packaged application again and again, as a power cut would, while a client sends exams in pieces and networks read them.
 * Afterwards every file that was acknowledged must be on the shelf once, and every exam be read. Argument: how many kills.
 */
final class KillBench {
    private static final Path SERIES = Path.of("src/test/resources/phi/ct_series_02.zip");
    private static final int SLICES = 12;
    private static final int LIFE_MS = 12_000;
    private static final Duration STUCK = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern SEALED = Pattern.compile("\"files\":\\{\"SEALED\":(\\d+)}");
    private static final Pattern EXAM = Pattern.compile(
            "\"exams\":\\[\\{\"id\":\"([0-9a-f-]{36})\",\"modality\":\"CT\",\"state\":\"(\\w+)\",\"images\":(\\d+)");

    private final Random random = new Random(20260523);
    private final Path home = Files.createTempDirectory("covid-dicom-kill");
    private final List<DicomObject> slices = new ArrayList<>();
    private final AtomicReference<RunningApplication> application = new AtomicReference<>();
    private final List<String> sendings = new ArrayList<>();
    private volatile boolean enough;
    private volatile int acknowledged;

    private KillBench() throws IOException {
        new DicomFiles(WalkLimits.defaults()).walk(SERIES, new DicomFiles.Visitor() {
            @Override
            public void file(String path, InputStream content) throws IOException {
                slices.add(DicomObject.read(content, DicomLimits.defaults()));
            }

            @Override
            public void refused(String path, Refusal refusal) {
                throw refusal;
            }

            @Override
            public void setAside(String path, SetAside reason) {
                throw new IllegalStateException(reason.name());
            }
        });
    }

    public static void main(String[] args) throws Exception {
        new KillBench().run(Integer.parseInt(args[0]));
    }

    private void run(int kills) throws Exception {
        application.set(RunningApplication.start(home));
        application.get().signIn(home);
        Thread client = new Thread(this::sendUntilEnough, "client");
        client.start();
        for (int kill = 1; kill <= kills; kill++) {
            Thread.sleep(random.nextInt(LIFE_MS));
            application.get().kill();
            application.set(application.get().startAgain(home));
            System.out.printf("%d kills, %d files acknowledged in %d sendings%n", kill, acknowledged, sendings.size());
        }
        enough = true;
        client.join();
        Instant until = Instant.now().plus(STUCK);
        while (unsettled() > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(2000);
        }
        report(kills);
        application.get().stop();
    }

    private void report(int kills) throws IOException, InterruptedException {
        int lost = 0;
        int duplicated = 0;
        for (String sending : sendings) {
            Matcher exam = EXAM.matcher(application.get().get(sending));
            String page = exam.find() ? application.get().get("/exams/" + exam.group(1)) : "";
            Matcher shown = Pattern.compile("<dd>(\\d+)</dd>").matcher(page);
            int images = shown.find() ? Integer.parseInt(shown.group(1)) : 0;
            lost += Math.max(0, SLICES - images);
            duplicated += Math.max(0, images - SLICES);
        }
        System.out.printf(
                "%d kills: %d files acknowledged, %d lost, %d duplicated; %d of %d exams stuck after %s%n",
                kills, acknowledged, lost, duplicated, unsettled(), sendings.size(), STUCK);
    }

    /** Sendings that have not all files sealed and their one exam read. */
    private int unsettled() throws InterruptedException {
        int unsettled = 0;
        for (String sending : sendings) {
            try {
                String told = application.get().get(sending);
                Matcher sealed = SEALED.matcher(told);
                Matcher exam = EXAM.matcher(told);
                boolean settled = sealed.find()
                        && sealed.group(1).equals(Integer.toString(SLICES))
                        && exam.find()
                        && exam.group(2).equals("READ");
                unsettled += settled ? 0 : 1;
            } catch (IOException notNow) {
                unsettled++;
            }
        }
        return unsettled;
    }

    private void sendUntilEnough() {
        while (!enough) {
            String study = "2.25.7." + (sendings.size() + 1);
            String announcement = announcement(study);
            String begun = insist(() -> application.get().announce(announcement));
            List<String> ids =
                    ID.matcher(begun).results().map(match -> match.group(1)).toList();
            sendings.add("/exams/sendings/" + ids.get(0));
            for (int i = 0; i < SLICES; i++) {
                send(sendings.get(sendings.size() - 1) + "/files/" + ids.get(i + 1), slice(study, i));
                acknowledged++;
            }
        }
    }

    /** Sends one file in pieces of random size, from where the server says. */
    private void send(String file, byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            int from = insist(() -> application.get().offset(file));
            int to = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
            at = insist(() -> from == bytes.length ? from : application.get().append(file, from, bytes, to));
        }
    }

    private String announcement(String study) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            String key = String.format("%032x%032x", Integer.parseInt(study.substring("2.25.7.".length())), i);
            files.add("{\"key\": \"" + key + "\", \"length\": " + slice(study, i).length + "}");
        }
        return "{\"urgent\": false, \"closed\": true, \"files\": [" + String.join(",", files) + "]}";
    }

    private byte[] slice(String study, int number) {
        DicomObject slice = slices.get(number * slices.size() / SLICES);
        slice.dataSet().putString(Tag.STUDY_INSTANCE_UID, Vr.UI, study);
        slice.dataSet().putString(Tag.SERIES_INSTANCE_UID, Vr.UI, study + ".1");
        slice.dataSet().putString(Tag.SOP_INSTANCE_UID, Vr.UI, study + ".1." + (number + 1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            slice.writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return out.toByteArray();
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
