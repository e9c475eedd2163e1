package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged application in a process of its own, with a doctor signed in over HTTP. */
final class RunningApplication {
    static final Path JAR = Path.of("target/covid-dicom.jar");

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    /** How soon to ask for the first time; then more and more seldom, for answering is work too. */
    private static final Duration FIRST_POLL = Duration.ofMillis(50);

    private static final int POLLS_GROW_BY = 20;
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final Path jar;
    private final Process process;
    private final String address;
    private final CookieManager cookies;
    private final HttpClient client;
    private String token = "";

    private RunningApplication(Path jar, Process process, String address, CookieManager cookies) {
        this.jar = jar;
        this.process = process;
        this.address = address;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Starts it and waits until it says its address. */
    static RunningApplication start(Path home, String... jvmOptions) throws IOException {
        return start(JAR, home, 0, new CookieManager(), jvmOptions);
    }

    /** Starts the application that was unpacked from the jar. */
    static RunningApplication startUnpacked(Path jar, Path home, String... jvmOptions) throws IOException {
        return start(jar, home, 0, new CookieManager(), jvmOptions);
    }

    /** Starts it anew for the browser that used this one, at the same address. */
    RunningApplication startAgain(Path home, String... jvmOptions) throws IOException {
        RunningApplication again = start(jar, home, URI.create(address).getPort(), cookies, jvmOptions);
        again.token = token;
        return again;
    }

    private static RunningApplication start(Path jar, Path home, int port, CookieManager cookies, String... jvmOptions)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-jar", jar.toString(), "--covid-dicom.home=" + home, "--server.port=" + port));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                drain(output);
                return new RunningApplication(jar, process, address.group(), cookies);
            }
        }
        throw new AssertionError("The application ended without an address:\n" + said);
    }

    /** Somebody has to read what it prints, or it stands still. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(
                () -> {
                    try (output) {
                        output.lines().forEach(line -> {});
                    } catch (IOException | UncheckedIOException ended) {
                        // so has what it printed
                    }
                },
                "application output");
        reader.setDaemon(true);
        reader.start();
    }

    void signIn(Path home) throws IOException, InterruptedException {
        List<String> credentials = Files.readAllLines(home.resolve("demonstration.txt"));
        token = tokenOf(get("/sign-in"));
        String form = "username=" + encoded(credentials.get(0)) + "&password=" + encoded(credentials.get(1)) + "&_csrf="
                + encoded(token);
        HttpResponse<String> answer =
                post("/sign-in", "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/exams"));
        token = tokenOf(get("/exams"));
    }

    /** Sends one file; returns what became of it as JSON, once it is known. */
    String send(Path file) throws IOException, InterruptedException {
        return awaitFinished(upload(file));
    }

    /** Waits until all files of a sending are settled; returns what became of them as JSON. */
    String awaitFinished(String sending) throws IOException, InterruptedException {
        return await().atMost(LONGEST)
                .pollInterval(iterative(pause -> pause.plus(pause.dividedBy(POLLS_GROW_BY)), FIRST_POLL))
                .until(() -> get(sending), told -> told.contains("\"finished\":true"));
    }

    /** Sends one file; returns the address of the sending as soon as all of it is acknowledged. */
    String upload(Path file) throws IOException, InterruptedException {
        List<String> ids = announced(file);
        String sending = "/exams/sendings/" + ids.get(0);
        append(sending + "/files/" + ids.get(1), file);
        return sending;
    }

    /** Sends one file, come what may; returns what the server says to it. */
    HttpResponse<String> tryUpload(Path file) throws IOException, InterruptedException {
        List<String> ids = announced(file);
        return patch("/exams/sendings/" + ids.get(0) + "/files/" + ids.get(1), 0, BodyPublishers.ofFile(file));
    }

    /** Announces one file; returns the ids of the sending and of the file. */
    private List<String> announced(Path file) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString().replace("-", "").repeat(2);
        String begun = announce("{\"urgent\": false, \"closed\": true, \"files\": [{\"key\": \"" + key
                + "\", \"length\": " + Files.size(file) + "}]}");
        return ID.matcher(begun).results().map(match -> match.group(1)).toList();
    }

    /** Says which files will come; returns what the server says of them as JSON. */
    String announce(String files) throws IOException, InterruptedException {
        HttpResponse<String> begun = post("/exams/sendings", "application/json", BodyPublishers.ofString(files));
        assertThat(begun.statusCode()).isEqualTo(201);
        return begun.body();
    }

    /** How much of a file is there. */
    int offset(String file) throws IOException, InterruptedException {
        HttpRequest question = request(file, "text/plain")
                .header("Tus-Resumable", "1.0.0")
                .method("HEAD", BodyPublishers.noBody())
                .build();
        return offsetIn(client.send(question, BodyHandlers.ofString()), 200);
    }

    /** Sends all of a file. */
    void append(String address, Path file) throws IOException, InterruptedException {
        append(address, 0, BodyPublishers.ofFile(file));
    }

    /** Appends a part of the bytes to a file; returns how much of it is there then. */
    int append(String file, int from, byte[] bytes, int to) throws IOException, InterruptedException {
        return append(file, from, BodyPublishers.ofByteArray(bytes, from, to - from));
    }

    private int append(String file, int from, BodyPublisher bytes) throws IOException, InterruptedException {
        return offsetIn(patch(file, from, bytes), 204);
    }

    private HttpResponse<String> patch(String file, int from, BodyPublisher bytes)
            throws IOException, InterruptedException {
        HttpRequest part = request(file, "application/offset+octet-stream")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", Integer.toString(from))
                .method("PATCH", bytes)
                .build();
        return client.send(part, BodyHandlers.ofString());
    }

    private static int offsetIn(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    void complete(String exam) throws IOException, InterruptedException {
        assertThat(post("/exams/" + exam + "/complete", "text/plain", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);
    }

    /** Leaves all masks of an exam as they are. */
    void confirmMasks(String exam) throws IOException, InterruptedException {
        BodyPublisher decision = BodyPublishers.ofString("{\"remove\": [], \"add\": []}");
        assertThat(post("/exams/" + exam + "/masks", "application/json", decision)
                        .statusCode())
                .isEqualTo(204);
    }

    /** Where it answers. */
    String address() {
        return address;
    }

    /** What shows who is signed in, for another client. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What shows that a form comes from one of our pages, for another client. */
    String token() {
        return token;
    }

    String get(String path) throws IOException, InterruptedException {
        return ask(path).body();
    }

    /** The whole answer, whatever its status. */
    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    /** What the cookie of the session holds. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Its number among the processes of this machine. */
    long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would: at once, with no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as an administrator does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(request(path, type).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", token);
    }

    private static String tokenOf(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
