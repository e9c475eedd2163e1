package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter as a question to the database.
 *
 * <p>It finds the ids first, which one index answers alone however little fits the filter, and reads whole rows for those of the page
 * only.
 */
final class WorklistQuery {
    private static final String ROWS = """
            select e.id, e.modality, e.patient_sex, e.patient_age, e.received_at, e.state, e.state_since, e.done_steps, e.all_steps,
                   e.suspected, e.positive, e.files_announced, e.files_came, e.waiting, e.case_state, e.municipality,
                   (select count(*) from series s join instance i on i.series_id = s.id where s.exam_id = e.id) as images,
                   array(select c.label_id from exam_label c where c.exam_id = e.id) as labels
            from (%s) found join exam e on e.id = found.id""";

    private final List<String> conditions = new ArrayList<>(List.of("x.owner = :owner"));
    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder source = new StringBuilder("exam x");
    /** The column by which the list is ordered: a label's exams have their own. */
    private final String receivedAt;

    private final ZoneId zone;

    /**
     * @param patients whom the filter's token is of
     * @param zone in which a day begins and ends
     */
    WorklistQuery(OwnerId owner, Filter filter, List<PatientId> patients, ZoneId zone) {
        this.zone = zone;
        this.receivedAt = filter.label().isPresent() ? "l.received_at" : "x.received_at";
        parameters.put("owner", owner.value());
        filter.label().ifPresent(this::carrying);
        filter.patient().ifPresent(token -> of(patients));
        filter.state().ifPresent(state -> conditions.add(state.condition()));
        filter.modality().ifPresent(modality -> conditions.add("x.modality in (" + modality.literals() + ")"));
        filter.from().ifPresent(day -> where(receivedAt + " >= :from", "from", beginningOf(day)));
        filter.to().ifPresent(day -> where(receivedAt + " < :to", "to", beginningOf(day.plusDays(1))));
        filter.positive().ifPresent(positive -> where("x.positive = :positive", "positive", positive));
        filter.atLeast()
                .ifPresent(percent -> where(
                        "x.suspected >= :min", "min", percent.movePointLeft(2).doubleValue()));
        filter.atMost()
                .ifPresent(percent -> where(
                        "x.suspected <= :max", "max", percent.movePointLeft(2).doubleValue()));
        filter.caseState().ifPresent(state -> where("x.case_state = :case", "case", state.name()));
        filter.uf().ifPresent(uf -> where("x.uf = :uf", "uf", uf.name()));
        filter.municipality().ifPresent(place -> where("x.municipality = :place", "place", place.code()));
    }

    /** The rows next to a place, in the direction it says; the newest if there is none. */
    String rows(@Nullable Cursor from, int limit) {
        boolean older = from == null || from.older();
        return rowsOf(ids(from, limit))
                + (older ? " order by e.received_at desc, e.id" : " order by e.received_at, e.id desc");
    }

    /** The ids of those rows. */
    String ids(@Nullable Cursor from, int limit) {
        String order = from == null || from.older() ? "%1$s desc, %2$s" : "%1$s, %2$s desc";
        if (from != null) {
            where(from.older() ? olderThanPlace() : newerThanPlace(), "at", moment(from.receivedAt()));
            parameters.put("exam", from.exam());
        }
        return "select x.id from " + source + where() + " order by " + order.formatted(receivedAt, "x.id") + " limit "
                + limit;
    }

    /** The whole rows of the exams whose ids a question finds, in no order. */
    static String rowsOf(String ids) {
        return ROWS.formatted(ids);
    }

    /** How many fit the filter, counted no further than some number. */
    String count(int limit) {
        return "select count(*) from (select from " + source + where() + " limit " + limit + ") counted";
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private void carrying(UUID label) {
        source.append(" join exam_label l on l.exam_id = x.id");
        where("l.owner = :owner and l.label_id = :label", "label", label);
    }

    private void of(List<PatientId> patients) {
        source.append(" join exam_form f on f.exam_id = x.id");
        UUID[] ids = patients.stream().map(PatientId::value).toArray(UUID[]::new);
        where("f.owner = :owner and f.patient_id = any(:patients)", "patients", ids);
    }

    private String olderThanPlace() {
        return "%1$s <= :at and (%1$s < :at or x.id > :exam)".formatted(receivedAt);
    }

    private String newerThanPlace() {
        return "%1$s >= :at and (%1$s > :at or x.id < :exam)".formatted(receivedAt);
    }

    private void where(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private String where() {
        return " where " + String.join(" and ", conditions);
    }

    private Object beginningOf(LocalDate day) {
        return moment(day.atStartOfDay(zone).toInstant());
    }

    private static Object moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
