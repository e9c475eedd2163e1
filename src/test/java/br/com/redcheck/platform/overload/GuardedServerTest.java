package br.com.redcheck.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.platform.Messages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.util.unit.DataSize;

/** The web server with its limits, before a page of one servlet. */
class GuardedServerTest {
    private static final int THREADS = 24;
    private static final int DEFAULT_THREADS = 200;
    private static final int REQUESTS = 6;
    private static final int CONNECTIONS_OF_A_BROWSER = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger inside = new AtomicInteger();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void start() {
        start(
                THREADS,
                new OverloadSettings(Duration.ZERO, REQUESTS, 500, DataSize.ofKilobytes(1), Duration.ofMillis(500)));
    }

    private void start(int threads, OverloadSettings settings) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.addProtocolHandlerCustomizers((AbstractProtocol<?> protocol) -> protocol.setMaxThreads(threads));
        factory.addEngineValves(new RemoteIpValve());
        GuardedServer.guards(settings, new Messages()).customize(factory);
        server = factory.getWebServer(
                context -> context.addServlet("page", new Page()).addMapping("/*"));
        server.start();
    }

    @AfterEach
    void stop() {
        end.complete(null);
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/form", "/stream", "/refused"})
    void bodiesThatComeByteByByteKeepNobodyWaiting(String path) throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            slow.add(beginBody(path, 100_000, ""));
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            slow.forEach(GuardedServerTest::oneByteMore);
            assertThat(slow).allMatch(GuardedServerTest::isCutOff);
        });
        assertThat(get("/").statusCode()).isEqualTo(200);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void whoIsRefusedWhileSendingStillHearsTheAnswer() throws Exception {
        byte[] body = new byte[8 << 20];
        try (Socket socket = beginBody("/refused", body.length, "")) {
            socket.getOutputStream().write(body);

            assertThat(answer(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void oneAddressLeavesThreadsToTheOthers() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 3 * REQUESTS; i++) {
            waiting.add(beginBody("/wait", 0, "X-Forwarded-For: 203.0.113.7\r\n"));
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(getFrom("203.0.113.7").statusCode()).isEqualTo(503));
        HttpResponse<String> refused = getFrom("203.0.113.7");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("O servidor está ocupado", "The server is busy");
        assertThat(getFrom("203.0.113.8").statusCode()).isEqualTo(200);
        end.complete(null);
        for (Socket socket : waiting) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            socket.close();
        }
        assertThat(getFrom("203.0.113.7").statusCode()).isEqualTo(200);
    }

    @Test
    void twentyBrowsersBehindOneAddressAreLetInByDefault() throws Exception {
        server.stop();
        start(
                DEFAULT_THREADS,
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("covid-dicom.overload", OverloadSettings.class));
        List<Socket> browsers = new ArrayList<>();
        for (int i = 0; i < 20 * CONNECTIONS_OF_A_BROWSER; i++) {
            browsers.add(beginBody("/wait", 0, "X-Forwarded-For: 203.0.113.7\r\n"));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(inside).hasValue(browsers.size()));
        end.complete(null);
        for (Socket socket : browsers) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            socket.close();
        }
    }

    private Socket beginBody(String path, int length, String headers) throws IOException {
        Socket socket = new Socket("localhost", server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String type = path.equals("/form") ? "application/x-www-form-urlencoded" : "application/octet-stream";
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                + "\r\nContent-Length: " + length + "\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void oneByteMore(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write('a');
        } catch (IOException closed) {
            // which the end of what comes from there tells, too
        }
    }

    /** Whether all that will come has come. */
    private static boolean isCutOff(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read() >= 0) {}
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> getFrom(String remote) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/"))
                .header("X-Forwarded-For", remote)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    /** Reads a form, or a stream, or nothing, or waits for the end of the test. */
    private final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getRequestURI()) {
                case "/form" -> request.getParameter("name");
                case "/stream" -> request.getInputStream().readAllBytes();
                case "/refused" -> response.setStatus(413);
                case "/wait" -> {
                    inside.incrementAndGet();
                    end.join();
                }
                default -> response.setContentLength(0);
            }
        }
    }
}
