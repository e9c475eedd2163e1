package br.com.redcheck.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.platform.database.EveryRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose turn it is, what happens to what fails, and what an administrator sees of it. */
@SpringBootTest
@AutoConfigureMockMvc
class PipelineIT {
    private final OwnerId clinic = OwnerId.random();
    private final OwnerId doctor = OwnerId.random();
    private final OwnerId other = OwnerId.random();

    /** No step of this kind is known to the application: nobody runs it but the test. */
    private final String kind = "test-" + UUID.randomUUID();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    StepRows rows;

    @Autowired
    Pipeline pipeline;

    @Autowired
    Tickets tickets;

    @Autowired
    StepRunner runner;

    @Autowired
    Stubborn stubborn;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    MockMvc browser;

    private RequestPostProcessor administrator;

    @BeforeEach
    void makeAdministrator() {
        administrator = TestPeople.signedIn(TestPeople.administrator(database));
    }

    @Test
    void oneClinicsHundredStepsDoNotKeepADoctorsOneWaiting() {
        for (int i = 0; i < 100; i++) {
            rows.put(clinic, kind, UUID.randomUUID(), now.minusSeconds(60), false);
        }
        rows.put(doctor, kind, UUID.randomUUID(), now.minusSeconds(2), false);
        rows.put(other, kind, UUID.randomUUID(), now.minusSeconds(1), false);

        assertThat(owners(6)).containsExactly(clinic, doctor, other, clinic, clinic, clinic);

        rows.put(doctor, kind, UUID.randomUUID(), now, false);
        assertThat(owners(2)).as("one who comes back").containsExactly(doctor, clinic);
    }

    @Test
    void anEmergencyComesFirst() {
        rows.put(clinic, kind, UUID.randomUUID(), now.minusSeconds(60), false);
        rows.put(clinic, kind, UUID.randomUUID(), now.minusSeconds(50), false);
        UUID urgent = UUID.randomUUID();
        rows.put(doctor, kind, urgent, now, true);
        rows.put(doctor, kind, urgent, now, false);

        assertThat(owners(3)).containsExactly(doctor, clinic, clinic);
    }

    @Test
    void whatIsNotDueYetWaits() {
        rows.put(doctor, kind, UUID.randomUUID(), now.plusSeconds(1), false);

        assertThat(rows.claim(kind, ticket(), now)).isEmpty();
        assertThat(rows.claim(kind, ticket(), now.plusSeconds(1))).isPresent();
    }

    @Test
    void aTicketWhoseHolderDiedGoesOnWithItsStep() {
        rows.put(doctor, kind, UUID.randomUUID(), now, false);
        rows.put(doctor, kind, UUID.randomUUID(), now, false);
        String ticket = ticket();
        ClaimedStep first = rows.claim(kind, ticket, now).orElseThrow();

        ClaimedStep again = rows.claim(kind, ticket, now).orElseThrow();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.tries()).isEqualTo(2);
        assertThat(rows.claim(kind, ticket(), now).orElseThrow().id()).isNotEqualTo(first.id());
    }

    @Test
    void aStepForWhichThereWasNoMemoryHasNotBeenTried() {
        rows.put(doctor, kind, UUID.randomUUID(), now, false);
        ClaimedStep first = rows.claim(kind, ticket(), now).orElseThrow();

        rows.putBack(doctor, first.id(), now.plusSeconds(5));

        assertThat(rows.claim(kind, ticket(), now)).isEmpty();
        assertThat(rows.claim(kind, ticket(), now.plusSeconds(5)).orElseThrow().tries())
                .isOne();
    }

    @Test
    void aTicketThatHoldsAnothersStepOutlivesItsOwn() {
        rows.put(clinic, kind, UUID.randomUUID(), now.minusSeconds(1), false);
        UUID own = rows.put(doctor, kind, UUID.randomUUID(), now, false).orElseThrow();
        String ticket = Tickets.first(kind, own);
        database.sql(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values (?, ?, ?, false, 1)")
                .params(Tickets.TASK, ticket, now.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(rows.claim(kind, ticket, now).orElseThrow().owner()).isEqualTo(clinic);
        ClaimedStep done = rows.claim(kind, ticket(), now).orElseThrow();

        rows.done(done.owner(), kind, done.id());

        assertThat(done.id()).isEqualTo(own);
        assertThat(database.sql("select count(*) from scheduled_tasks where task_instance = ?")
                        .param(ticket)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsPutAgainWhileItRunsIsRunOnceMore() {
        UUID subject = UUID.randomUUID();
        rows.put(doctor, kind, subject, now, false);
        ClaimedStep running = rows.claim(kind, ticket(), now).orElseThrow();
        rows.put(doctor, kind, subject, now, false);

        assertThat(rows.claim(kind, ticket(), now)).as("by two at once").isEmpty();
        rows.done(doctor, kind, running.id());

        ClaimedStep again = rows.claim(kind, ticket(), now).orElseThrow();
        assertThat(again.subject()).isEqualTo(subject);
        rows.done(doctor, kind, again.id());
        assertThat(rows.due(again.id())).isEmpty();
    }

    @Test
    void aTicketServesAsLongAsThereIsSomethingToDo() {
        List<UUID> steps = Stream.generate(UUID::randomUUID)
                .limit(3)
                .map(subject ->
                        rows.put(doctor, Willing.KIND, subject, now, false).orElseThrow())
                .toList();
        tickets.issue(Willing.KIND, steps.get(2), now.plusSeconds(3600));

        String ticket = Tickets.first(Willing.KIND, steps.get(0));

        assertThat(runner.run(ticket)).as("a step may have arrived meanwhile").isPresent();
        assertThat(runner.run(ticket)).isEmpty();

        assertThat(steps).allMatch(step -> rows.due(step).isEmpty());
        assertThat(database.sql("select count(*) from scheduled_tasks where task_instance like ?")
                        .param(Willing.KIND + "/%")
                        .query(Integer.class)
                        .single())
                .as("tickets of steps that are done")
                .isZero();
    }

    @Test
    void whatFailsIsTriedAgainLater() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(state -> pipeline.put(doctor, Stubborn.KIND, subject, now, false));

        await().atMost(Duration.ofSeconds(30)).until(() -> stubborn.tries(subject) == 2);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> everyRow.sql("select count(*) from step where subject = ?")
                                .param(subject)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void anAdministratorSeesWhatFailedForGoodButNotWhoseAndMayLetItBeTriedAgain() throws Exception {
        UUID subject = UUID.randomUUID();
        UUID step = rows.put(doctor, Stubborn.KIND, subject, now.plusSeconds(3600), false)
                .orElseThrow();
        rows.park(doctor, step, "java.lang.ArithmeticException", now);

        assertThat(page())
                .contains(step.toString(), subject.toString(), "java.lang.ArithmeticException")
                .doesNotContain(doctor.value().toString());
        browser.perform(post("/admin/failed-steps/" + step).with(administrator).with(csrf()))
                .andExpect(redirectedUrl("/admin/failed-steps"));

        assertThat(page()).doesNotContain(step.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> stubborn.tries(subject) == 2);
    }

    private String page() throws Exception {
        return browser.perform(get("/admin/failed-steps").with(administrator))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Whose turn it is, so many times. */
    private List<OwnerId> owners(int turns) {
        List<OwnerId> owners = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            owners.add(rows.claim(kind, ticket(), now).orElseThrow().owner());
        }
        return owners;
    }

    private static String ticket() {
        return UUID.randomUUID().toString();
    }

    /** Fails the first time. */
    static final class Stubborn implements Step {
        static final String KIND = "reading-of-a-stubborn-test";

        private final Map<UUID, Integer> tries = new ConcurrentHashMap<>();

        int tries(UUID subject) {
            return tries.getOrDefault(subject, 0);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public void run(OwnerId owner, UUID subject) {
            if (tries.merge(subject, 1, Integer::sum) == 1) {
                throw new ArithmeticException();
            }
        }

        @Override
        public void failed(OwnerId owner, UUID subject) {
            tries.put(subject, -1);
        }
    }

    /** Does what is asked of it, which is nothing. */
    static final class Willing implements Step {
        static final String KIND = "reading-of-a-willing-test";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public void run(OwnerId owner, UUID subject) {}

        @Override
        public void failed(OwnerId owner, UUID subject) {}
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        Willing willing() {
            return new Willing();
        }

        @Bean
        Stubborn stubborn() {
            return new Stubborn();
        }
    }
}
