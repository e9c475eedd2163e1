package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code report_draft}, one row an exam at most; every question names the owner. */
@Component
class Drafts {
    private final JdbcClient database;
    private final ReportSeal seal;

    Drafts(JdbcClient database, ReportSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    Optional<Draft> find(OwnerId owner, ExamId exam) {
        return database.sql("select * from report_draft where owner = ? and exam_id = ?")
                .params(owner.value(), exam.value())
                .query((row, number) -> draft(owner, row))
                .optional();
    }

    /** Adds a draft, unless the exam has one, which then stays. */
    void add(OwnerId owner, Draft draft) {
        database.sql("""
                        insert into report_draft (id, owner, exam_id, kind, earlier, text, version, saved_at)
                        values (:id, :owner, :exam, :kind, :earlier, :text, :version, :at)
                        on conflict on constraint report_draft_once_per_exam do nothing""")
                .param("id", draft.id().value())
                .param("owner", owner.value())
                .param("exam", draft.exam().value())
                .param("kind", draft.kind().name())
                .param(
                        "earlier",
                        draft.earlier() == null ? null : draft.earlier().value())
                .param("text", seal.seal(owner, draft.text()))
                .param("version", draft.version())
                .param("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps a text as the next version; false if the one that was seen is not the newest. */
    boolean save(OwnerId owner, ReportId id, int seen, ReportText text, Instant at) {
        return database.sql("""
                        update report_draft set text = :text, version = version + 1, saved_at = :at
                        where owner = :owner and id = :id and version = :seen""")
                        .param("text", seal.seal(owner, text))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("owner", owner.value())
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Removes a draft; false if the version that was seen is not the newest. */
    boolean remove(OwnerId owner, ReportId id, int seen) {
        return database.sql("delete from report_draft where owner = ? and id = ? and version = ?")
                        .params(owner.value(), id.value(), seen)
                        .update()
                == 1;
    }

    private Draft draft(OwnerId owner, ResultSet row) throws SQLException {
        UUID earlier = row.getObject("earlier", UUID.class);
        return new Draft(
                new ReportId(row.getObject("id", UUID.class)),
                new ExamId(row.getObject("exam_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                earlier == null ? null : new ReportId(earlier),
                seal.openText(owner, row.getBytes("text")),
                row.getInt("version"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
