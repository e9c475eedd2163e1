package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.CouncilRegister.Finding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the council said about the CRM of each case. */
@Repository
class CouncilAnswers {
    private final JdbcClient database;

    CouncilAnswers(JdbcClient database) {
        this.database = database;
    }

    void add(AccreditationCase of, Finding finding, UUID by, Instant now) {
        database.sql("""
                        insert into council_answer (case_id, owner, at, by, finding)
                        values (:case, :owner, :at, :by, :finding)""")
                .param("case", of.id().value())
                .param("owner", of.owner().value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("finding", finding.name())
                .update();
    }

    /** Newest first. */
    List<Answer> of(CaseId id) {
        return database.sql("select at, finding from council_answer where case_id = :case order by id desc")
                .param("case", id.value())
                .query((row, number) -> new Answer(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Finding.valueOf(row.getString("finding"))))
                .list();
    }

    /** What was found, and when. */
    record Answer(Instant at, Finding finding) {}
}
