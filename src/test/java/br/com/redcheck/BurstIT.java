package br.com.redcheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.account.SignedIn;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.account.TestSessions;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.platform.overload.DatabaseAway;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Many requests at one instant, on a pool of few connections: each is answered, and afterwards every connection is back. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=" + BurstIT.POOL,
            "spring.datasource.hikari.connection-timeout=2000"
        })
class BurstIT {
    static final int POOL = 4;

    private static final int AT_ONCE = 4 * POOL;
    private static final int AT_ONCE_PER_PAGE = 3;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE);
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    DataSource connections;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @AfterEach
    void everyConnectionComesBack() throws SQLException {
        browsers.shutdownNow();
        HikariDataSource pool = connections.unwrap(HikariDataSource.class);
        await().untilAsserted(() ->
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero());
        await().untilAsserted(() ->
                assertThat(database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'""").query(Long.class).single()).isZero());
    }

    @Test
    void strangersWithMadeUpSessionsAreAnsweredAtOnce() throws Exception {
        List<Integer> answers =
                atOnce(AT_ONCE, () -> status("/exams", UUID.randomUUID().toString()));

        assertThat(answers).allMatch(status -> status == 302 || status == 429 || status == 503);
        assertThat(get("/sign-in", "").statusCode()).isEqualTo(200);
    }

    /** The connection is thrown away before the transaction is rolled back, and rolling back is what is heard of. */
    @Test
    void aTransactionWhoseConnectionBreaksIsKnownAsWantOfADatabase() {
        Throwable failure = catchThrowable(() -> transaction.executeWithoutResult(begun -> {
            int backend =
                    database.sql("select pg_backend_pid()").query(Integer.class).single();
            everyRow.sql("select pg_terminate_backend(?, 5000)")
                    .param(backend)
                    .query(Boolean.class)
                    .single();
            database.sql("select 1").query(Integer.class).single();
        }));

        assertThat(failure).isNotNull().matches(DatabaseAway::caused, failure.toString());
    }

    @Test
    void oneDoctorsBrowsersAreAnsweredAtOnce() throws Exception {
        String doctor = TestSessions.begin(sessions, TestDoctors.register(database));

        assertThat(atOnce(AT_ONCE, () -> status("/exams", doctor)))
                .allMatch(status -> status == 200 || status == 429 || status == 503);
        assertThat(get("/exams", doctor).statusCode()).isEqualTo(200);
    }

    @Test
    void everyPageTakesParallelRequestsOfOneSession() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (SignedIn person : List.of(TestDoctors.register(database), TestPeople.administrator(database))) {
            for (String page : pages()) {
                String session =
                        TestSessions.begin(sessions, person); // a new one: its first requests add what it holds
                atOnce(AT_ONCE_PER_PAGE, () -> status(page, session)).stream()
                        .filter(status -> status >= 500 && status != 503)
                        .forEach(status -> wrong.add(page + " " + status));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(pages()).hasSizeGreaterThan(60);
    }

    @Test
    void aRoleThatCannotBeTakenOnCostsNoConnection() throws Exception {
        String administrator = TestSessions.begin(sessions, TestPeople.administrator(database));
        everyRow.sql("revoke covid_dicom_administrator from covid_dicom").update();
        try {
            for (int i = 0; i <= POOL; i++) {
                assertThat(status("/admin/audit", administrator)).isIn(500, 503);
            }
        } finally {
            everyRow.sql("grant covid_dicom_administrator to covid_dicom with inherit false, set true")
                    .update();
        }
        assertThat(status("/admin/audit", administrator)).isEqualTo(200);
    }

    @Test
    void whatIsNoSessionsIdCountsAsNone() throws Exception {
        String nul = Base64.getEncoder().encodeToString(new byte[36]);
        for (String cookie : List.of(nul, "%00", "x".repeat(4000), "\"\"", "é")) {
            assertThat(get("/sign-in", cookie).statusCode()).as(cookie).isEqualTo(200);
        }
    }

    @Test
    void aZeroCharacterIsABadRequest() throws Exception {
        String doctor = TestSessions.begin(sessions, TestDoctors.register(database));
        assertThat(get("/exams?q=%00", doctor).statusCode()).isIn(200, 400);
        assertThat(post("/sign-in", "username=a%00@example.org&password=b%00").statusCode())
                .isIn(302, 400);
    }

    @Test
    void nullInsteadOfSomethingIsNoFaultOfOurs() throws Exception {
        String doctor = TestSessions.begin(sessions, TestDoctors.register(database));
        List<String> wrong = new ArrayList<>();
        for (RequestMethod method : List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH)) {
            List<String> routes = new ArrayList<>(routes(method));
            if (method == RequestMethod.POST) {
                routes.addAll(List.of("/sign-in/passkey", "/sign-in/passkey/options"));
            }
            for (String route : routes) {
                int status = send(method.name(), route, doctor, "application/json", "null")
                        .statusCode();
                if (status >= 500) {
                    wrong.add(method + " " + route + " " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void lookingAtPagesLeavesNoSession() throws Exception {
        long before = rows();
        for (String page : List.of("/sign-in", "/sign-up", "/about", "/terms", "/exams", "/r", "/visit", "/gallery")) {
            HttpResponse<String> answer = get(page, "");
            assertThat(answer.statusCode()).as(page).isLessThan(500);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("SESSION"));
        }

        assertThat(rows()).isEqualTo(before);
        assertThat(post("/forgotten", "email=nobody@example.org&wish=RESET").statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoGetsNoConnectionIsToldSoInWords() throws Exception {
        HikariDataSource pool = connections.unwrap(HikariDataSource.class);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                taken.add(pool.getConnection());
            }
            HttpRequest program = request("/api/v1/exams", "")
                    .header("Authorization", "Bearer cdk_x")
                    .build();
            var page = browsers.submit(() -> get("/exams", UUID.randomUUID().toString()));
            var problem = browsers.submit(() -> client.send(program, BodyHandlers.ofString(UTF_8)));
            var readiness = browsers.submit(() -> get("/actuator/health/readiness", ""));
            var signIn = browsers.submit(() -> post("/sign-in", "username=ana@example.org&password=ontem"));

            assertThat(get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
            for (var refused : List.of(page, problem, readiness, signIn)) {
                assertThat(refused.get().statusCode()).isEqualTo(503);
            }
            for (var told : List.of(page, problem)) {
                assertThat(told.get().headers().firstValue("Retry-After")).contains("5");
            }
            assertThat(page.get().body()).contains("O servidor está ocupado");
            assertThat(problem.get().body()).contains("\"code\":\"problem.503\"");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(get("/actuator/health/readiness", "").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private long rows() {
        return database.sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }

    private <T> List<T> atOnce(int many, Callable<T> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(many);
        Callable<T> together = () -> {
            start.await();
            return request.call();
        };
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : browsers.invokeAll(
                IntStream.range(0, many).mapToObj(i -> together).toList())) {
            answers.add(answer.get());
        }
        return answers;
    }

    private HttpResponse<String> get(String page, String session) throws IOException, InterruptedException {
        return client.send(request(page, session).build(), BodyHandlers.ofString(UTF_8));
    }

    /** Reads no further than the head: some answers are streams without end. */
    private int status(String page, String session) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request(page, session).build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    /** Sends a form as a stranger does who has opened its page. */
    private HttpResponse<String> post(String to, String form) throws IOException, InterruptedException {
        return send("POST", to, "", "application/x-www-form-urlencoded", form);
    }

    private HttpResponse<String> send(String method, String to, String session, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> page = get("/terms", session);
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        HttpRequest.Builder request = request(to, session)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token.group(1))
                .method(method, BodyPublishers.ofString(body));
        page.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("form="))
                .forEach(cookie -> request.header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private HttpRequest.Builder request(String page, String session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                .header("Accept", page.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.8");
        return session.isEmpty() ? request : request.header("Cookie", "SESSION=" + session);
    }

    /** The addresses of all pages, with ids that nothing has. */
    private List<String> pages() {
        return routes(RequestMethod.GET);
    }

    private List<String> routes(RequestMethod method) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapped -> mapped.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapped -> mapped.getPatternValues().stream())
                .map(pattern -> pattern.replace("/**", "/x")
                        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                .distinct()
                .sorted()
                .toList();
    }
}
