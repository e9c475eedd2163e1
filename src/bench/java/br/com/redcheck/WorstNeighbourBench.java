package br.com.redcheck;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * How long a stranger waits for the sign-in page while one account does its worst: papers that paint for as long as they are let,
 * previews of a report, copies, bodies that come byte by byte, unfinished uploads, all at once. Argument: for how many seconds.
 */
final class WorstNeighbourBench {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");
    private static final int SLOW_BODIES = 240;
    private static final int OF_EACH_KIND = 12;
    private static final int STROKES = 5_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern EXAM = Pattern.compile("\"exams\":\\[\\{\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern IMAGE = Pattern.compile("\"image\":\"([0-9a-f-]{36})\"");
    private static final Pattern PATIENT = Pattern.compile("/patients/([0-9a-f-]{36})/");
    private static final String FORM = "name=Anast%C3%A1cio+Bragan%C3%A7a&birthDate=1961-07-09&sex=M&cpf=111.444.777-35"
            + "&caseState=SUSPECTED&municipality=Campinas+-+SP&symptoms=FEVER&onset=2020-05-02&pcr=PENDING"
            + "&pcrOn=2020-05-06&serology=NOT_DONE";

    private final Path home = Files.createTempDirectory("covid-dicom-worst");
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final HttpClient stranger =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final byte[] paper = endlessPaper();
    private final RunningApplication application = RunningApplication.start(home);
    private volatile boolean enough;

    private WorstNeighbourBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new WorstNeighbourBench().run(Integer.parseInt(args[0]));
    }

    private void run(int seconds) throws Exception {
        try {
            application.signIn(home);
            String exam = exam();
            String patient = patient(exam);
            System.out.println("nobody else: " + looks(10));
            ExecutorService crowd = Executors.newCachedThreadPool(WorstNeighbourBench::daemon);
            many(crowd, "paper", () -> ask("/accreditation/evidence", "POST", "application/octet-stream", paper));
            many(crowd, "preview", () -> ask("/exams/" + exam + "/reports/draft/preview.pdf"));
            many(crowd, "copy", () -> ask("/patients/" + patient + "/copy.zip"));
            many(crowd, "certificate", () -> ask("/exams/" + exam + "/certificate.pdf"));
            many(crowd, "list as a file", () -> ask("/exams/export"));
            many(crowd, "unfinished upload", () -> ask("/exams/sendings", "POST", "application/json", announcement()));
            for (int i = 0; i < SLOW_BODIES / OF_EACH_KIND; i++) {
                many(crowd, "slow body", this::slowBody);
            }
            System.out.println("one account at its worst: " + looks(seconds));
            enough = true;
            new TreeMap<>(answers).forEach((what, times) -> System.out.printf("%s: %d%n", what, times));
        } finally {
            application.stop();
        }
    }

    /** A film on the shelf, its patient told, its report begun and written. */
    private String exam() throws IOException, InterruptedException {
        String sent = application.send(FILM);
        String exam = first(EXAM, sent);
        application.confirmMasks(exam);
        ask("/exams/" + exam + "/form", "POST", "application/x-www-form-urlencoded", bytes(FORM));
        ask(
                "/reports/letterhead",
                "POST",
                "application/x-www-form-urlencoded",
                bytes("name=Hospital&address=Rua&phone=1&crm=CRM%2FSP+123456"));
        ask("/exams/" + exam + "/reports", "POST", "application/x-www-form-urlencoded", bytes("kind=FIRST"));
        String image = first(IMAGE, application.get("/exams/" + exam + "/reports/draft/pictures"));
        String pictures =
                ("{\"image\": \"" + image + "\", \"frame\": 0, \"ordinal\": 0, \"caption\": \"\"},").repeat(8);
        String text = "\"" + "Sem alteracoes. ".repeat(1000) + "\"";
        String draft = "{\"version\": 0, \"text\": {\"language\": \"pt-BR\", \"technique\": " + text
                + ", \"comparison\": \"\","
                + "\"findings\": " + text + ", \"impression\": " + text + ", \"pictures\": ["
                + pictures.substring(0, pictures.length() - 1) + "]}}";
        expect(200, ask("/exams/" + exam + "/reports/draft", "PUT", "application/json", bytes(draft)));
        expect(200, ask("/exams/" + exam + "/reports/draft/preview.pdf"));
        return exam;
    }

    private String patient(String exam) throws IOException, InterruptedException {
        return first(PATIENT, application.get("/exams/" + exam));
    }

    /** One page that takes minutes to paint. */
    private static byte[] endlessPaper() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            byte[] strokes = bytes("0 0 m 600 800 l S\n".repeat(STROKES));
            page.setContents(new PDStream(document, new ByteArrayInputStream(strokes), COSName.FLATE_DECODE));
            document.addPage(page);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] announcement() {
        String key = UUID.randomUUID().toString().replace("-", "").repeat(2);
        return bytes(
                "{\"urgent\": false, \"closed\": false, \"files\": [{\"key\": \"" + key + "\", \"length\": 1000000}]}");
    }

    /** A body of a kilobyte that would take a quarter of an hour to come. */
    private int slowBody() throws IOException, InterruptedException {
        URI address = URI.create(application.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(1);
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST /exams/sendings HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nAccept: application/json\r\n"
                    + "X-CSRF-TOKEN: " + application.token() + "\r\nCookie: " + application.cookie() + "\r\n\r\n"));
            for (int i = 0; i < 999 && !enough; i++) {
                out.write(' ');
                Thread.sleep(1000);
                int answer = status(socket);
                if (answer > 0) {
                    return answer;
                }
            }
            return 0;
        }
    }

    /** The status of the answer, 0 as long as there is none. */
    private static int status(Socket socket) throws IOException {
        try {
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (line.length() < 12) {
                throw new IOException("closed");
            }
            return Integer.parseInt(line.substring(9));
        } catch (SocketTimeoutException none) {
            return 0;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** How long a stranger waits for the sign-in page, who asks again and again. */
    private String looks(int seconds) throws InterruptedException {
        List<Double> times = new ArrayList<>();
        int failed = 0;
        HttpRequest look = HttpRequest.newBuilder(URI.create(application.address() + "/sign-in"))
                .timeout(PATIENCE)
                .build();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); System.nanoTime() < end; ) {
            long begin = System.nanoTime();
            try {
                failed += stranger.send(look, BodyHandlers.ofString()).statusCode() == 200 ? 0 : 1;
            } catch (IOException unanswered) {
                failed++;
            }
            times.add((System.nanoTime() - begin) / 1e9);
            Thread.sleep(100);
        }
        Collections.sort(times);
        return String.format(
                Locale.ROOT,
                "%d looks at the sign-in page, median %.3f s, 95 %% within %.3f s, longest %.3f s, %d without the page",
                times.size(),
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.get(times.size() - 1),
                failed);
    }

    /** Has some threads do the same until it is enough, and counts the answers. */
    private void many(ExecutorService crowd, String what, Deed deed) {
        for (int i = 0; i < OF_EACH_KIND; i++) {
            crowd.execute(() -> {
                while (!enough) {
                    try {
                        answers.merge(what + " " + deed.status(), 1, Integer::sum);
                    } catch (IOException broken) {
                        answers.merge(what + " broken off", 1, Integer::sum);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }
    }

    private int ask(String path) throws IOException, InterruptedException {
        return ask(path, "GET", "text/plain", new byte[0]);
    }

    private int ask(String path, String method, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Content-Type", type)
                .header("Accept", "*/*")
                .header("X-CSRF-TOKEN", application.token())
                .header("Cookie", application.cookie())
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return stranger.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void expect(int status, int answer) {
        if (answer != status) {
            throw new IllegalStateException("answered " + answer);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in what came");
        }
        return matcher.group(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Something asked for; answers with the status. */
    private interface Deed {
        int status() throws IOException, InterruptedException;
    }
}
