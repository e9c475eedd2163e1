package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.PlannedAnew;
import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.person.Municipalities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An owner's exams, in pages that stay fast however many there are. */
@Service
@PlannedAnew
@Transactional(readOnly = true)
class Worklist {
    /** Beyond this nobody wants to know exactly. */
    static final int COUNTED = 1000;

    private static final int ROWS = 25;
    private static final int WAITING_ROWS = 10;

    private final JdbcClient database;
    private final Labels labels;
    private final SavedFilters filters;
    private final PatientSearch patients;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends: the setting {@code covid-dicom.zone}, Brasília's if there is none */
    Worklist(JdbcClient database, Labels labels, SavedFilters filters, PatientSearch patients, ZoneId zone) {
        this.database = database;
        this.labels = labels;
        this.filters = filters;
        this.patients = patients;
        this.zone = zone;
    }

    /**
     * What a doctor sees at a place. Without a filter, what waits for the doctor stands apart and is not listed a second time.
     *
     * @param account the doctor's, before the owner's shelf
     * @throws BadFilter if a patient is asked for whom nobody has looked up for this owner
     */
    Shown at(OwnerId owner, UUID account, Place place) {
        List<Label> all = labels.of(owner);
        int waiting = count(owner, Filter.only(Situation.ATTENTION));
        List<SavedFilter> kept = filters.of(owner, account);
        if (place.front()) {
            List<ListedExam> front = front(owner, all);
            Page calm = Page.of(select(front, listed -> !listed.waiting()), ROWS, null);
            Page attention = Page.of(select(front, ListedExam::waiting), WAITING_ROWS, null);
            return new Shown(calm, attention, waiting, all, kept);
        }
        Filter listed = place.filter().isEmpty() ? Filter.only(Situation.CALM) : place.filter();
        Page page = page(owner, listed, place.cursor().orElse(null), ROWS, all);
        return new Shown(page, Page.EMPTY, waiting, all, kept);
    }

    /** The newest exams, and the newest of those that wait for the doctor; one more of each than fits, if there is more. */
    private List<ListedExam> front(OwnerId owner, List<Label> all) {
        WorklistQuery calm = query(owner, Filter.only(Situation.CALM));
        WorklistQuery waiting = query(owner, Filter.only(Situation.ATTENTION));
        return read(frontRows(calm, waiting), calm.parameters(), all);
    }

    private static List<ListedExam> select(List<ListedExam> exams, Predicate<ListedExam> which) {
        return exams.stream().filter(which).toList();
    }

    static String frontRows(WorklistQuery calm, WorklistQuery waiting) {
        String ids = "(" + waiting.ids(null, WAITING_ROWS + 1) + ") union all (" + calm.ids(null, ROWS + 1) + ")";
        return WorklistQuery.rowsOf(ids) + " order by e.received_at desc, e.id";
    }

    /**
     * Some of the exams that fit a filter, newest first.
     *
     * @param from where to go on; null for the newest
     * @param size how many at most
     */
    Page page(OwnerId owner, Filter filter, @Nullable Cursor from, int size) {
        return page(owner, filter, from, size, labels.of(owner));
    }

    private Page page(OwnerId owner, Filter filter, @Nullable Cursor from, int size, List<Label> all) {
        WorklistQuery query = query(owner, filter);
        String rows = query.rows(from, size + 1);
        return Page.of(read(rows, query.parameters(), all), size, from);
    }

    /** How many exams fit a filter, {@link #COUNTED} if there are more. */
    int count(OwnerId owner, Filter filter) {
        WorklistQuery query = query(owner, filter);
        String counting = query.count(COUNTED);
        return database.sql(counting)
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /** Those of the named exams that are the owner's, newest first. */
    List<ListedExam> some(OwnerId owner, List<ExamId> exams) {
        String ids = "select id from exam where owner = :owner and id = any(:ids)";
        String rows = WorklistQuery.rowsOf(ids) + " order by e.received_at desc, e.id";
        return read(rows, Map.of("owner", owner.value(), "ids", ExamId.values(exams)), labels.of(owner));
    }

    private WorklistQuery query(OwnerId owner, Filter filter) {
        List<PatientId> sought =
                filter.patient().map(token -> patients.open(owner, token)).orElse(List.of());
        return new WorklistQuery(owner, filter, sought, zone);
    }

    private List<ListedExam> read(String rows, Map<String, Object> parameters, List<Label> all) {
        return database.sql(rows)
                .params(parameters)
                .query((row, number) -> listed(row, all))
                .list();
    }

    private static ListedExam listed(ResultSet row, List<Label> all) throws SQLException {
        Set<UUID> carried = Set.of((UUID[]) row.getArray("labels").getArray());
        String caseState = row.getString("case_state");
        Integer municipality = row.getObject("municipality", Integer.class);
        return new ListedExam(
                summary(row),
                all.stream().filter(label -> carried.contains(label.id())).toList(),
                caseState == null ? null : CaseState.valueOf(caseState),
                municipality == null ? null : Municipalities.of(municipality),
                row.getBoolean("waiting"));
    }

    private static ExamSummary summary(ResultSet row) throws SQLException {
        return new ExamSummary(
                new ExamId(row.getObject("id", UUID.class)),
                row.getString("modality"),
                row.getString("patient_sex"),
                row.getString("patient_age"),
                row.getLong("images"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                ExamState.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                row.getInt("done_steps"),
                row.getInt("all_steps"),
                row.getObject("suspected", Double.class),
                row.getObject("positive", Boolean.class),
                row.getInt("files_announced"),
                row.getInt("files_came"));
    }
}
