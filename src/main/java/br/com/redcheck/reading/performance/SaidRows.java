package br.com.redcheck.reading.performance;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.PlannedAnew;
import br.com.redcheck.exam.ExamId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the networks said of an owner's exams, exam by exam, from the table {@code reading}. */
@Component
@PlannedAnew
@Transactional(readOnly = true)
class SaidRows {
    private final JdbcClient database;

    SaidRows(JdbcClient database) {
        this.database = database;
    }

    /** The newest reading of each film and series counts, and of those of one exam the most suspected; refusals and readings without a class say nothing. */
    List<Said> of(OwnerId owner) {
        return database.sql("""
                        select exam_id, model, version, max(suspected) as suspected, bool_or(suspected >= threshold) as positive
                        from (select distinct on (exam_id, subject, model, version)
                                  exam_id, model, version, suspected, threshold, unlikeness, unstable
                              from reading where owner = :owner
                              order by exam_id, subject, model, version, read_at desc, id) newest
                        where suspected is not null and coalesce(unlikeness, 0) <= 1 and not unstable
                        group by exam_id, model, version order by exam_id, model, version""")
                .param("owner", owner.value())
                .query((row, number) -> new Said(
                        new ExamId(row.getObject("exam_id", UUID.class)),
                        new Network(row.getString("model"), row.getString("version")),
                        row.getDouble("suspected"),
                        row.getBoolean("positive")))
                .list();
    }
}
