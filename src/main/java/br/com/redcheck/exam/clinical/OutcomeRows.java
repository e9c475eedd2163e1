package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.Truth;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code outcome}; every question names the owner. */
@Component
class OutcomeRows {
    private final JdbcClient database;

    OutcomeRows(JdbcClient database) {
        this.database = database;
    }

    /** What was told, sealed. */
    Optional<byte[]> told(OwnerId owner, ExamId exam) {
        return database.sql("select told from outcome where owner = :owner and exam_id = :exam")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query((row, number) -> row.getBytes("told"))
                .optional();
    }

    Optional<Truth> truth(OwnerId owner, ExamId exam) {
        return database.sql("select truth from outcome where owner = :owner and exam_id = :exam")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(Truth.class)
                .optional();
    }

    Map<ExamId, Truth> truths(OwnerId owner) {
        Map<ExamId, Truth> truths = new HashMap<>();
        database.sql("select exam_id, truth from outcome where owner = :owner")
                .param("owner", owner.value())
                .query(row -> {
                    truths.put(new ExamId(row.getObject("exam_id", UUID.class)), Truth.valueOf(row.getString("truth")));
                });
        return truths;
    }

    void keep(OwnerId owner, ExamId exam, byte[] told, Truth truth, Instant now) {
        database.sql("""
                        insert into outcome (exam_id, owner, told, truth, recorded_at)
                        values (:exam, :owner, :told, :truth, :now)
                        on conflict on constraint outcome_pk do update set told = :told, truth = :truth, recorded_at = :now""")
                .param("exam", exam.value())
                .param("owner", owner.value())
                .param("told", told)
                .param("truth", truth.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
