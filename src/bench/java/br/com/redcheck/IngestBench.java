package br.com.redcheck;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Sends the same CT slices to this product, which reads, de-identifies, searches for text, checks, encrypts and stores them, and to
 * Orthanc, which stores them; and lets dcmodify rewrite them. Prints megabytes per second side by side, and the product's heap.
 */
final class IngestBench {
    private static final int[] SLICES = {20, 200, 2000};
    private static final int WARM_UP = 2000;
    private static final int AT_ONCE = 2;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern AFTER_COLLECTION = Pattern.compile("Pause Young.*->(\\d+)M\\(");

    private final Path work = Files.createTempDirectory("covid-dicom-ingest");
    private final LongSeries series = new LongSeries(LongSeries.SIXTY_SLICES);
    private int studies;
    private int keys;

    private IngestBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new IngestBench().run();
    }

    private void run() throws Exception {
        Path log = work.resolve("gc.log");
        Path home = work.resolve("home");
        RunningApplication ours = RunningApplication.start(home, "-Xlog:gc:file=" + log);
        ours.signIn(home);
        try (Orthanc orthanc = Orthanc.start(work)) {
            List<Path> warmUp = slices(WARM_UP);
            seconds(warmUp, ours);
            seconds(warmUp, orthanc::send);
            for (int count : SLICES) {
                compare(slices(count), ours, orthanc, log);
            }
        } finally {
            ours.stop();
        }
    }

    private void compare(List<Path> files, RunningApplication ours, Orthanc orthanc, Path log) throws Exception {
        double megabytes = files.stream().mapToLong(IngestBench::size).sum() / 1e6;
        long collections = heapAfterCollections(log).count();
        double oursRate = megabytes / seconds(files, ours);
        long heap = heapAfterCollections(log).skip(collections).max().orElse(0);
        double orthancRate = megabytes / seconds(files, orthanc::send);
        double dcmodifyRate = megabytes / dcmodify(files);
        System.out.printf(
                Locale.ROOT,
                "%5d slices, %6.1f MB: ours %6.1f MB/s, Orthanc %6.1f MB/s, dcmodify %6.1f MB/s;"
                        + " ours / Orthanc %.2f, ours / dcmodify %.2f; heap after collections at most %d MB%n",
                files.size(),
                megabytes,
                oursRate,
                orthancRate,
                dcmodifyRate,
                oursRate / orthancRate,
                oursRate / dcmodifyRate,
                heap);
    }

    /** A study of its own, its slices on the disk. */
    private List<Path> slices(int count) throws IOException {
        String study = "2.25.1." + ++studies;
        Path folder = Files.createDirectories(work.resolve(study));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.write(folder.resolve(i + ".dcm"), series.slice(study, i)));
        }
        return files;
    }

    /** What takes one file. */
    private interface Receiver {
        void take(Path file) throws IOException, InterruptedException;
    }

    /** From the first byte until all is on the shelf, as one sending. */
    private double seconds(List<Path> files, RunningApplication ours) throws Exception {
        String announced = files.stream()
                .map(file -> String.format("{\"key\": \"%064x\", \"length\": %d}", ++keys, size(file)))
                .collect(Collectors.joining(","));
        long start = System.nanoTime();
        String begun = ours.announce("{\"urgent\": false, \"closed\": true, \"files\": [" + announced + "]}");
        List<String> ids =
                ID.matcher(begun).results().map(match -> match.group(1)).toList();
        String sending = "/exams/sendings/" + ids.get(0);
        Map<Path, String> addresses = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            addresses.put(files.get(i), sending + "/files/" + ids.get(i + 1));
        }
        seconds(files, file -> ours.append(requireNonNull(addresses.get(file)), file));
        ours.awaitFinished(sending);
        double taken = (System.nanoTime() - start) / 1e9;
        awaitRead(ours, sending);
        return taken;
    }

    /** Until then a network takes the processors from whoever is measured next. */
    private static void awaitRead(RunningApplication ours, String sending) throws IOException, InterruptedException {
        while (!ours.get(sending).contains("\"READ\"")) {
            Thread.sleep(500);
        }
    }

    private static double seconds(List<Path> files, Receiver receiver) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long start = System.nanoTime();
            List<Callable<Void>> tasks = files.stream()
                    .<Callable<Void>>map(file -> () -> {
                        receiver.take(file);
                        return null;
                    })
                    .toList();
            for (Future<Void> sent : senders.invokeAll(tasks)) {
                sent.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            senders.shutdown();
        }
    }

    /** The files rewritten in place, names and numbers replaced, UIDs generated anew: a part of what de-identification asks. */
    private static double dcmodify(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "dcmodify", "-nb", "-gst", "-gse", "-gin", "-ma", "(0010,0010)=ANONYMIZED", "-ma", "(0010,0020)=1"));
        for (String tag : List.of("(0008,0080)", "(0008,0090)", "(0010,0030)", "(0010,1040)", "(0010,4000)")) {
            command.addAll(List.of("-ea", tag));
        }
        files.forEach(file -> command.add(file.toString()));
        long start = System.nanoTime();
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - start) / 1e9;
    }

    private static LongStream heapAfterCollections(Path log) throws IOException {
        return AFTER_COLLECTION
                .matcher(Files.readString(log))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)));
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** The DICOM server, storing into a folder of its own, over HTTP on this machine. */
    private record Orthanc(Process process, URI instances, HttpClient client) implements AutoCloseable {
        static Orthanc start(Path work) throws IOException, InterruptedException {
            int port = freePort();
            Path settings = Files.writeString(work.resolve("orthanc.json"), """
                    {"StorageDirectory": "%s", "IndexDirectory": "%s", "HttpPort": %d, "DicomServerEnabled": false,
                     "AuthenticationEnabled": false, "KeepAlive": true, "RemoteAccessAllowed": false, "OverwriteInstances": true}
                    """.formatted(
                            work.resolve("orthanc"), work.resolve("orthanc"), port));
            Process process = new ProcessBuilder("Orthanc", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            URI system = URI.create("http://localhost:" + port + "/system");
            for (int tries = 0; tries < 100; tries++) {
                try {
                    client.send(HttpRequest.newBuilder(system).build(), BodyHandlers.discarding());
                    break;
                } catch (IOException notYet) {
                    Thread.sleep(100);
                }
            }
            return new Orthanc(process, system.resolve("/instances"), client);
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        void send(Path file) throws IOException, InterruptedException {
            int status = client.send(
                            HttpRequest.newBuilder(instances)
                                    .POST(BodyPublishers.ofFile(file))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("Orthanc answers " + status);
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
