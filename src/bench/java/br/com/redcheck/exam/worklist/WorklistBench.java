package br.com.redcheck.exam.worklist;

import br.com.redcheck.CovidDicomApplication;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the list of an owner with 100,000 exams be asked for, among 1,000,000 of 1,000 owners, by the application's own role and behind
 * row-level security; prints the 50th and the 95th percentile of each question as it is asked and by the database's own clock, how
 * busy the machine was, and how the database answers it.
 */
final class WorklistBench {
    private static final int OWNERS = 1000;
    private static final int EXAMS = 1_000_000;
    private static final int LARGEST = 100_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 200;
    private static final int EXPLAINED = 40;
    private static final int ROWS = 25;
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private static final Identity ROSA = new Identity(
            "Rosa Lima", LocalDate.of(1960, 2, 3), Sex.F, Optional.of(new Cpf("52998224725")), Optional.empty());
    private static final SoughtPatient CPF = new SoughtPatient("529.982.247-25", null, null, null);

    /** One in so many exams carries the label. */
    private static final int[] LABELS = {2, 10, 1000, 50_000};

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Worklist worklist;
    private final Labels labels;
    private final PatientSearch search;
    private final Patients patients;
    private final OwnerId owner = OwnerId.random();

    private WorklistBench(ConfigurableApplicationContext application) {
        database = application.getBean(JdbcClient.class);
        transactions = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        worklist = application.getBean(Worklist.class);
        labels = application.getBean(Labels.class);
        search = application.getBean(PatientSearch.class);
        patients = application.getBean(Patients.class);
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("covid-dicom-worklist");
        try (ConfigurableApplicationContext application = SpringApplication.run(
                CovidDicomApplication.class,
                "--covid-dicom.home=" + home,
                "--covid-dicom.database.port=0",
                "--server.port=0")) {
            WorklistBench bench = new WorklistBench(application);
            bench.fill();
            tidy(application.getBean(FlywayConnectionDetails.class));
            bench.measure();
        }
    }

    private void fill() {
        long start = System.nanoTime();
        exams(owner, LARGEST);
        images();
        forms();
        for (int oneIn : LABELS) {
            label(oneIn);
        }
        int others = (EXAMS - LARGEST) / (OWNERS - 1);
        for (int i = 1; i < OWNERS; i++) {
            exams(OwnerId.random(), others);
        }
        System.out.printf(Locale.ROOT, "filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private void exams(OwnerId of, int count) {
        as(of, """
                insert into account (id, kind, email, name, password_hash, language, created_at)
                values (:owner, 'DOCTOR', :owner::text || '@example.org', 'Bench', '-', 'pt-BR', now())""");
        as(of, """
                insert into exam (id, owner, study_uid, modality, patient_sex, patient_age, received_at, state, state_since,
                                  done_steps, all_steps, suspected, positive)
                select gen_random_uuid(), :owner, '2.25.' || n, (array['CT', 'CR', 'DX'])[1 + n %% 3], 'F', '045Y',
                       now() - n * interval '7 minutes', state, now(), 0, 0,
                       case when state = 'READ' then chance end, case when state = 'READ' then chance >= 0.8 end
                from (select n, random() as chance,
                             case when draw < 0.005 then 'REVIEW' when draw < 0.008 then 'QUARANTINED'
                                  when draw < 0.01 then 'FAILED' when draw < 0.03 then 'REFUSED'
                                  when draw < 0.04 then 'QUEUED' else 'READ' end as state
                      from (select n, random() as draw from generate_series(1, %d) n) drawn) made""".formatted(count));
    }

    /** One series each, for the owner who is asked about: 200 images in the newest exams, one in the others. */
    private void images() {
        as(owner, """
                insert into series (id, exam_id, owner, series_uid, modality)
                select gen_random_uuid(), id, owner, study_uid || '.1', modality from exam""");
        as(owner, """
                insert into instance (id, series_id, owner, sop_uid, frames, blob, bytes, sha256, received_at)
                select gen_random_uuid(), s.id, s.owner, s.series_uid || '.' || n, 1, gen_random_uuid(), 1, '', now()
                from series s join exam e on e.id = s.exam_id
                cross join generate_series(1, case when e.received_at > now() - interval '3 days' then 200 else 1 end) n""");
    }

    /** Four in five of the asked owner's exams have a finished form; they are of 30,000 patients, one of whom can be looked up. */
    private void forms() {
        as(owner, """
                insert into patient (id, owner, identity, cpf_print, registered_at)
                select gen_random_uuid(), :owner, '', uuid_send(gen_random_uuid()), now() from generate_series(1, 30000)""");
        as(owner, """
                insert into exam_form (exam_id, owner, typed, saved_at, completed_at, told_at, patient_id, case_state, municipality, uf)
                select e.id, e.owner, '', now(), now(), now(), p.id,
                       (array['SUSPECTED', 'CONFIRMED', 'DISCARDED'])[1 + e.n % 3],
                       case when e.n % 50 = 1 then 3509502 else 3550308 end, 'SP'
                from (select id, owner, row_number() over (order by received_at) as n from exam) e
                join (select id, row_number() over (order by id) as n from patient) p on p.n = 1 + e.n * 7919 % 30000
                where e.n % 5 > 0""");
        PatientId rosa = patients.enter(owner, ROSA);
        as(owner, """
                update exam_form set patient_id = '%s'
                where exam_id in (select exam_id from exam_form order by exam_id limit 40)""".formatted(rosa));
    }

    private void label(int oneIn) {
        as(owner, "insert into label values (gen_random_uuid(), :owner, 'one in " + oneIn + "', 'GRAY')");
        as(owner, """
                insert into exam_label (label_id, exam_id, owner, received_at)
                select l.id, e.id, e.owner, e.received_at from exam e, label l
                where l.name = 'one in %1$d' and hashtext(e.id::text) %% %1$d = 0""".formatted(oneIn));
    }

    private void as(OwnerId of, String statement) {
        transactions.executeWithoutResult(transaction -> {
            claim(of);
            database.sql(statement).param("owner", of.value()).update();
        });
    }

    private void claim(OwnerId of) {
        database.sql("select set_config('app.owner', ?, true)")
                .param(of.value().toString())
                .query(String.class)
                .single();
    }

    /** What autovacuum would have done by itself after a while. */
    private static void tidy(FlywayConnectionDetails tables) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(tables.getJdbcUrl(), tables.getUsername(), tables.getPassword())) {
            connection.createStatement().execute("vacuum analyze");
        }
    }

    private void measure() {
        front();
        ask("next page", Filter.only(Situation.CALM), cursor(30));
        ask("deep page", Filter.only(Situation.CALM), cursor(90_000));
        ask("state failed", filter("state=FAILED"), null);
        ask("X-ray, suspected", filter("modality=X_RAY&class=positive"), null);
        ask("one month", filter("from=2026-01-01&to=2026-01-31"), null);
        ask("probability 99.9 to 100", filter("min=99.9&max=100"), null);
        ask("case confirmed, one in 50 by municipality", filter("case=CONFIRMED&municipality=3509502"), null);
        ask("state of Brazil where nobody lives", filter("uf=RJ"), null);
        ask("nothing fits", filter("state=FAILED&class=positive"), null);
        for (int oneIn : LABELS) {
            ask("label on one in " + oneIn, filter("label=" + labelOf(oneIn)), null);
        }
        ask(
                "label on half, nothing else fits",
                filter("state=FAILED&class=positive&label=" + labelOf(LABELS[0])),
                null);
        time("patient looked up by CPF", () -> search.find(owner, CPF));
        PatientToken token = search.find(owner, CPF);
        time("the patient shown", () -> search.show(owner, token));
        ask("the patient's exams", Filter.NONE.of(token), null);
    }

    /** All that the first page shows. */
    private void front() {
        time("first page", () -> worklist.at(owner, owner.value(), Place.parse("")));
        WorklistQuery calm = query(Filter.only(Situation.CALM));
        WorklistQuery waiting = query(Filter.only(Situation.ATTENTION));
        database("first page, its exams", Worklist.frontRows(calm, waiting), calm);
        WorklistQuery counted = query(Filter.only(Situation.ATTENTION));
        database("first page, how many wait", counted.count(Worklist.COUNTED), counted);
    }

    private UUID labelOf(int oneIn) {
        return labels.of(owner).stream()
                .filter(label -> label.name().equals("one in " + oneIn))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Cursor cursor(int exam) {
        return transactions.execute(transaction -> {
            claim(owner);
            return database.sql(
                            "select id, received_at from exam where owner = ? order by received_at desc offset ? limit 1")
                    .params(owner.value(), exam)
                    .query((row, number) -> new Cursor(
                            true, row.getTimestamp("received_at").toInstant(), row.getObject("id", UUID.class)))
                    .single();
        });
    }

    private static Filter filter(String query) {
        return Place.parse(query).filter();
    }

    private void ask(String what, Filter filter, @Nullable Cursor from) {
        time(what, () -> worklist.page(owner, filter, from, ROWS));
        WorklistQuery query = query(filter);
        database(what, query.rows(from, ROWS + 1), query);
    }

    private WorklistQuery query(Filter filter) {
        List<PatientId> sought =
                filter.patient().map(token -> search.open(owner, token)).orElse(List.of());
        return new WorklistQuery(owner, filter, sought, ZONE);
    }

    private static void time(String what, Runnable question) {
        for (int i = 0; i < WARM_UP; i++) {
            question.run();
        }
        double[] milliseconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.run();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        print("asked", what, milliseconds);
    }

    /** What one statement costs the database by its own clock, planning included, and its plan. */
    private void database(String what, String statement, WorklistQuery query) {
        double[] milliseconds = new double[EXPLAINED];
        for (int i = 0; i < EXPLAINED; i++) {
            milliseconds[i] = explain("analyze, timing off, costs off", statement, query).stream()
                    .filter(line -> line.matches("(Planning|Execution) Time: .*"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]", "")))
                    .sum();
        }
        print("database", what, milliseconds);
        explain("analyze, buffers, costs off", statement, query).forEach(line -> System.out.println("    " + line));
    }

    private List<String> explain(String options, String statement, WorklistQuery query) {
        return transactions.execute(transaction -> {
            claim(owner);
            return database.sql("explain (" + options + ") " + statement)
                    .params(query.parameters())
                    .query(String.class)
                    .list();
        });
    }

    private static void print(String by, String what, double[] milliseconds) {
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%-9s %-45s least %6.1f ms, p50 %6.1f ms, p95 %6.1f ms, load %.1f%n",
                by,
                what,
                milliseconds[0],
                milliseconds[milliseconds.length / 2],
                milliseconds[milliseconds.length * 95 / 100],
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
