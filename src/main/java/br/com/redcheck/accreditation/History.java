package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Standing.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of all cases. The database refuses to change or to remove what stands here. */
@Repository
class History {
    private final JdbcClient database;

    History(JdbcClient database) {
        this.database = database;
    }

    void add(AccreditationCase of, TakenStep taken) {
        database.sql("""
                        insert into accreditation_step (case_id, owner, at, by, step, was, became, until, reason)
                        values (:case, :owner, :at, :by, :step, :was, :became, :until, :reason)""")
                .param("case", of.id().value())
                .param("owner", of.owner().value())
                .param("at", taken.at().atOffset(ZoneOffset.UTC))
                .param("by", taken.by().orElse(null))
                .param("step", taken.step().name())
                .param("was", taken.was().map(Kind::name).orElse(null))
                .param("became", taken.became().name())
                .param("until", taken.until())
                .param("reason", taken.reason())
                .update();
    }

    /** Newest first. */
    List<TakenStep> of(CaseId id) {
        return database.sql("select * from accreditation_step where case_id = :case order by id desc")
                .param("case", id.value())
                .query(History::read)
                .list();
    }

    private static TakenStep read(ResultSet row, int number) throws SQLException {
        return new TakenStep(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("by", UUID.class)),
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("was")).map(Kind::valueOf),
                Kind.valueOf(row.getString("became")),
                row.getObject("until", LocalDate.class),
                row.getString("reason"));
    }
}
