package br.com.redcheck.patient.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What administrators see of patients' requests: kinds and deadlines, and of nobody who asks. */
@Controller
@Transactional(readOnly = true)
class DeadlineController {
    /** @param owner who has to answer */
    record Deadline(
            UUID id,
            UUID owner,
            RequestKind kind,
            RightsRequest.State state,
            Instant askedAt,
            LocalDate dueOn,
            @Nullable Instant answeredAt) {}

    /** What outlives deleted patients, counted. */
    record KeptThings(String kind, String reason, long things, LocalDate firstUntil) {}

    private final JdbcClient database;
    private final Clock clock;

    DeadlineController(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @GetMapping("/admin/requests")
    String all(Model view) {
        view.addAttribute("today", LocalDate.now(clock));
        view.addAttribute(
                "requests",
                database.sql("""
                                select id, owner, kind, state, asked_at, due_on, answered_at from rights_deadline
                                order by answered_at desc nulls first, due_on, id limit 500""").query(DeadlineController::deadline).list());
        view.addAttribute(
                "kept",
                database.sql("select kind, reason, things, first_until from kept_by_law_count")
                        .query(KeptThings.class)
                        .list());
        return "rights/deadlines";
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Deadline(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                RequestKind.valueOf(row.getString("kind")),
                RightsRequest.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                answered == null ? null : answered.toInstant());
    }
}
