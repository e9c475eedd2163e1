package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives the death of the process, and what was begun is finished by the next one. */
class RestartIT {
    private static final Path PHI = Path.of("src/test/resources/phi");
    private static final Pattern EXAM = Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"modality\"");
    private static final Pattern SHELF_ROW = Pattern.compile("data-exam=\"([0-9a-f-]{36})\"");
    private static final int NOTE_DEPTH = 5;
    private static final int SLICES = 60;
    private static final int SLICES_READ = 24;

    /** Long enough for a step to be begun, to fail and to be put off. */
    private static final Duration ABSENCE = Duration.ofSeconds(5);

    @TempDir
    private Path home;

    private RunningApplication application;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        restart();
    }

    @AfterEach
    void stop() throws InterruptedException {
        application.stop();
        assertThat(databases()).as("databases left behind").isEmpty();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndReadingGoesOn() throws IOException, InterruptedException {
        String film = sent("dx/phi_12.dcm");
        String labelled = sent("dx/phi_06.dcm");
        application.complete(labelled);
        killDuringUpload();

        restart();
        assertThat(shelf()).contains(film, labelled);
        assertThat(page(labelled)).as("masks still wait to be judged").contains("Confira as tarjas");
        application.confirmMasks(labelled);
        String series = sent("ct_series_02.zip");
        assertThat(shelf())
                .as("what had come before the kill was not stored twice")
                .hasSize(3);
        application.complete(series);
        await().atMost(Duration.ofMinutes(2)).until(() -> reading(series));
        application.kill();

        restart();
        awaitResult(film, 1);
        awaitResult(labelled, 1);
        awaitResult(series, SLICES_READ);
        assertThat(page(series)).contains("<dd>" + SLICES + "</dd>");
    }

    @Test
    void whoWasSignedInStillIs() throws IOException, InterruptedException {
        application.kill();

        application = application.startAgain(home);

        assertThat(application.get("/exams")).contains("id=\"files\"");
    }

    @Test
    void aDatabaseThatIsKilledAloneComesBackUnderTheRunningApplication() throws IOException, InterruptedException {
        String killed = postmaster();
        ProcessHandle.of(Long.parseLong(killed)).orElseThrow().destroyForcibly();

        List<HttpResponse<String>> told = new ArrayList<>();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
            told.add(application.ask("/exams"));
            assertThat(postmaster()).isNotEqualTo(killed);
            assertThat(told.get(told.size() - 1).body()).contains("id=\"files\"");
        });

        assertThat(told).allSatisfy(answer -> {
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.body()).contains("problem.503");
            }
        });
        String film = sent("dx/phi_12.dcm");
        awaitResult(film, 1);
    }

    @Test
    void aStoreThatIsAwayForAWhileCostsNoFile() throws IOException, InterruptedException {
        Path store = home.resolve("vault");
        Path away = home.resolve("elsewhere");
        List<String> acknowledged = new ArrayList<>(List.of(application.upload(PHI.resolve("dx/phi_12.dcm"))));
        Files.move(store, away);

        HttpResponse<String> meanwhile = application.tryUpload(PHI.resolve("dx/phi_15.dcm"));
        assertThat(meanwhile.statusCode()).as(meanwhile.body()).isEqualTo(503);
        assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
        assertThat(application.ask("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(application.ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(store).doesNotExist();
        Thread.sleep(ABSENCE.toMillis());

        Files.move(away, store);
        assertThat(application.ask("/actuator/health/readiness").statusCode()).isEqualTo(200);
        acknowledged.add(application.upload(PHI.resolve("dx/phi_15.dcm")));
        for (String sending : acknowledged) {
            assertThat(application.awaitFinished(sending)).contains("{\"SEALED\":1}");
        }
        assertThat(shelf()).hasSize(2);
    }

    /** The number of the database's first process. Reading it fails while the database writes its files. */
    private String postmaster() throws IOException {
        try (Stream<Path> files = Files.find(home, NOTE_DEPTH, (path, facts) -> path.endsWith("postmaster.pid"))) {
            return Files.readAllLines(files.findFirst().orElseThrow()).get(0).strip();
        }
    }

    private void killDuringUpload() throws InterruptedException {
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> {
            try {
                application.send(PHI.resolve("ct_series_02.zip"));
            } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1))
                .until(() -> shelf().size() == 3);
        application.kill();
        assertThat(upload).failsWithin(Duration.ofSeconds(30));
    }

    private String sent(String file) throws IOException, InterruptedException {
        String receipts = application.send(PHI.resolve(file));
        List<String> exams = EXAM.matcher(receipts)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(exams).hasSize(1);
        return exams.get(0);
    }

    private void restart() throws IOException, InterruptedException {
        application = RunningApplication.start(home);
        application.signIn(home);
    }

    private List<String> shelf() throws IOException, InterruptedException {
        return SHELF_ROW
                .matcher(application.get("/exams"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private String page(String exam) throws IOException, InterruptedException {
        return application.get("/exams/" + exam);
    }

    private boolean reading(String exam) throws IOException, InterruptedException {
        Pattern row = Pattern.compile("data-exam=\"" + exam + "\".*?badge state-(\\w+)", Pattern.DOTALL);
        return row.matcher(application.get("/exams"))
                .results()
                .anyMatch(match -> match.group(1).equals("reading"));
    }

    private void awaitResult(String exam, int images) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Pattern.compile("<figure")
                                .matcher(page(exam))
                                .results()
                                .map(MatchResult::group))
                        .hasSize(images));
    }

    private List<String> databases() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains("postgres") && command.contains(home.toString()))
                .toList();
    }
}
