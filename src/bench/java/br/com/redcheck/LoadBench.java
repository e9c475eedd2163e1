package br.com.redcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a hundred browsers ask for at once, of the packaged application on its default pool of connections: signed in, as strangers
 * with made-up sessions, and signed in while two files are sent and one is read. After each of these, four times the pool's size at one
 * instant. Argument: how many minutes each takes, ten if there is none. It fails on any answer but what was asked for or 429 and 503 in
 * words, on a transaction that nobody ends, and on a heap that grows.
 */
final class LoadBench {
    private static final int BROWSERS = 100;
    private static final int POOL = 10;
    private static final int STREAM_EVERY = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 200;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final double GROWTH = 1.3;
    private static final long GROWTH_KB = 64 << 10;
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");
    private static final Pattern EXAM = Pattern.compile("\"exams\":\\[\\{\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern IMAGE = Pattern.compile("\"images\":\\[\\{\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Path home = Files.createTempDirectory("covid-dicom-load");
    private final RunningApplication application = RunningApplication.start(home);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private LoadBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new LoadBench().run(Duration.ofMinutes(args.length == 0 ? 10 : Integer.parseInt(args[0])));
    }

    private void run(Duration time) throws Exception {
        try {
            application.signIn(home);
            findPages();
            ask(WARM_UP, application.session());
            answers.clear();
            long heap = heap();
            phase("signed in", time, application.session(), heap);
            phase("made-up sessions", time, "", heap);
            Thread sender = new Thread(this::sendTwo, "sender");
            sender.start();
            phase("signed in, two files sent and read", time, application.session(), heap);
            sender.join();
        } finally {
            browsers.shutdownNow();
            application.stop();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(String.join("; ", failures));
        }
    }

    private void findPages() throws IOException, InterruptedException {
        String exam = "/exams/" + first(EXAM, application.send(FILM));
        String image = first(IMAGE, application.get(exam + "/outline"));
        pages.addAll(
                List.of("/exams", exam, exam + "/outline", exam + "/images/" + image + ".dcm", exam + "/readings"));
        pages.add(exam + "/progress");
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("There is no " + pattern);
        }
        return found.group(1);
    }

    /** @param session whose cookie is sent, a new made-up one each time if it is empty */
    private void phase(String name, Duration time, String session, long heapBefore) throws Exception {
        ask(time, session);
        System.out.println(name + ": " + answers);
        answers.clear();
        CyclicBarrier start = new CyclicBarrier(4 * POOL);
        together(4 * POOL, random -> {
            start.await();
            ask("/exams", session);
        });
        System.out.println(name + ", at one instant: " + answers);
        answers.clear();
        if (status("/sign-in", "") != 200) {
            failures.add(name + ": the request after the burst was not answered");
        }
        Thread.sleep(SETTLED.toMillis());
        long open = openTransactions();
        long heap = heap();
        System.out.printf("%s: %d transactions left open, heap %d -> %d kB%n", name, open, heapBefore, heap);
        if (open > 0) {
            failures.add(name + ": " + open + " transactions left open");
        }
        if (heap > heapBefore * GROWTH + GROWTH_KB) {
            failures.add(name + ": the heap has grown");
        }
    }

    private void ask(Duration time, String session) throws Exception {
        Instant until = Instant.now().plus(time);
        together(BROWSERS, random -> {
            while (Instant.now().isBefore(until)) {
                boolean stream = random.nextInt(STREAM_EVERY) == 0;
                ask(pages.get(stream ? pages.size() - 1 : random.nextInt(pages.size() - 1)), session);
            }
        });
    }

    private void ask(String page, String session) throws IOException, InterruptedException {
        int status = status(page, session);
        answers.computeIfAbsent(Integer.toString(status), one -> new LongAdder())
                .increment();
    }

    private int status(String page, String session) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + page))
                .header("Accept", "text/html,*/*")
                .header(
                        "Cookie",
                        "SESSION=" + (session.isEmpty() ? UUID.randomUUID().toString() : session))
                .build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean stream =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            String said = stream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            judge(page, answer, said);
        }
        return answer.statusCode();
    }

    private void judge(String page, HttpResponse<?> answer, String said) {
        int status = answer.statusCode();
        boolean putOff = status == 429 || status == 503;
        boolean wordless =
                said.isBlank() || answer.headers().firstValue("Retry-After").isEmpty();
        if (putOff ? status == 503 && wordless : status != 200 && status != 302) {
            synchronized (failures) {
                failures.add(page + " was answered " + status);
            }
        }
    }

    /** Something that a browser does. */
    private interface Asking {
        void go(Random random) throws Exception;
    }

    private void together(int many, Asking asking) throws Exception {
        List<Callable<Boolean>> all = IntStream.range(0, many)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    asking.go(new Random(i));
                    return true;
                })
                .toList();
        for (Future<Boolean> done : browsers.invokeAll(all)) {
            done.get();
        }
    }

    private void sendTwo() {
        try {
            send(Path.of("src/test/resources/phi/dx/phi_01.dcm"));
            send(Path.of("src/test/resources/phi/dx/phi_11.dcm"));
        } catch (IOException | InterruptedException | AssertionError e) {
            synchronized (failures) {
                failures.add("what was sent meanwhile: " + e);
            }
        }
    }

    /** Tries again when it is put off: the browsers use up the share of requests that the account has. */
    private void send(Path film) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                application.send(film);
                return;
            } catch (AssertionError putOff) {
                if (tries == MOST_TRIES) {
                    throw putOff;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private long openTransactions() throws IOException, SQLException {
        Path cluster;
        try (var versions = Files.newDirectoryStream(home.resolve("postgresql"), "[0-9]*")) {
            cluster = versions.iterator().next();
        }
        String port = Files.readAllLines(cluster.resolve("data/postmaster.pid")).get(3);
        String password = Files.readString(cluster.resolve("password")).strip();
        try (Connection superuser = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/covid_dicom", "postgres", password);
                Statement statement = superuser.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = 'covid_dicom' and xact_start < now() - interval '5 seconds'")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** What is in use after everything else was thrown away, in kB. */
    private long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        return Long.parseLong(first(USED, jcmd("GC.heap_info")));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(program, Long.toString(application.pid()), command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
