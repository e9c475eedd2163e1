package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exams that failed or were refused, and need their doctor no longer, because the doctor says so. */
@Service
@Transactional
class PutAway {
    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    PutAway(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts exams away; what waits for a decision of the doctor's goes on waiting. */
    void put(OwnerId owner, List<ExamId> exams) {
        List<UUID> changed = database.sql("""
                        update exam set put_away_at = :now
                        where owner = :owner and id = any(:exams) and waiting and state in ('FAILED', 'REFUSED') returning id""")
                .param("owner", owner.value())
                .param("exams", ExamId.values(exams))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
        changed.forEach(exam -> audit.record(owner, "exam.put-away", exam));
    }

    /** Lets exams need their doctor again. */
    void takeBack(OwnerId owner, List<ExamId> exams) {
        List<UUID> changed = database.sql("""
                        update exam set put_away_at = null
                        where owner = :owner and id = any(:exams) and put_away_at is not null returning id""")
                .param("owner", owner.value())
                .param("exams", ExamId.values(exams))
                .query(UUID.class)
                .list();
        changed.forEach(exam -> audit.record(owner, "exam.taken-back", exam));
    }
}
