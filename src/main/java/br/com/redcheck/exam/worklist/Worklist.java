package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An owner's exams, in pages that stay fast however many there are. */
@Service
@Transactional(readOnly = true)
class Worklist {
    /** Beyond this nobody wants to know exactly. */
    static final int COUNTED = 1000;

    private static final int ROWS = 25;
    private static final int WAITING_ROWS = 10;

    private final JdbcClient database;
    private final Labels labels;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends: the setting {@code covid-dicom.zone}, Brasília's if there is none */
    Worklist(JdbcClient database, Labels labels, ZoneId zone) {
        this.database = database;
        this.labels = labels;
        this.zone = zone;
    }

    /** What stands at a place. Without a filter, what waits for the doctor stands apart and is not listed a second time. */
    Shown at(OwnerId owner, Place place) {
        Filter waiting = Filter.only(Situation.ATTENTION);
        Filter listed = place.filter().isEmpty() ? Filter.only(Situation.CALM) : place.filter();
        return new Shown(
                page(owner, listed, place.cursor().orElse(null), ROWS),
                place.front() ? page(owner, waiting, null, WAITING_ROWS) : Page.EMPTY,
                count(owner, waiting));
    }

    /**
     * Some of the exams that fit a filter, newest first.
     *
     * @param from where to go on; null for the newest
     * @param size how many at most
     */
    Page page(OwnerId owner, Filter filter, @Nullable Cursor from, int size) {
        WorklistQuery query = new WorklistQuery(owner, filter, zone);
        String rows = query.rows(from, size + 1);
        return Page.of(labelled(owner, read(rows, query.parameters())), size, from);
    }

    /** How many exams fit a filter, {@link #COUNTED} if there are more. */
    int count(OwnerId owner, Filter filter) {
        WorklistQuery query = new WorklistQuery(owner, filter, zone);
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
        UUID[] named = exams.stream().map(ExamId::value).toArray(UUID[]::new);
        return labelled(owner, read(rows, Map.of("owner", owner.value(), "ids", named)));
    }

    private List<ExamSummary> read(String rows, Map<String, Object> parameters) {
        return database.sql(rows).params(parameters).query(Worklist::summary).list();
    }

    private List<ListedExam> labelled(OwnerId owner, List<ExamSummary> exams) {
        Map<ExamId, List<Label>> carried =
                labels.on(owner, exams.stream().map(ExamSummary::id).toList());
        return exams.stream()
                .map(exam -> new ListedExam(exam, carried.getOrDefault(exam.id(), List.of())))
                .toList();
    }

    private static ExamSummary summary(ResultSet row, int number) throws SQLException {
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
                row.getObject("positive", Boolean.class));
    }
}
