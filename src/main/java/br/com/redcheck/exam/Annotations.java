package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Keeps what doctors draw over the images of an exam, sealed. */
@Service
@Transactional
class Annotations {
    /** More than anybody measures in one exam; what can be added to without end, somebody adds to without end. */
    static final int MOST = 500;

    private static final String PURPOSE = "exam-annotation";

    private final JdbcClient database;
    private final Exams exams;
    private final Instances instances;
    private final Vault vault;
    private final ObjectMapper json;
    private final AuditLog audit;
    private final Clock clock;

    Annotations(
            JdbcClient database,
            Exams exams,
            Instances instances,
            Vault vault,
            ObjectMapper json,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.exams = exams;
        this.instances = instances;
        this.vault = vault;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An annotation as it is kept.
     *
     * @param id names it within its exam
     */
    record Kept(UUID id, Annotation annotation) {}

    /**
     * All of an exam, the oldest first.
     *
     * @throws NoSuchExam if the owner has no such exam
     */
    @Transactional(readOnly = true)
    List<Kept> of(OwnerId owner, ExamId exam) {
        require(owner, exam);
        return database.sql("select id, sealed from annotation where owner = ? and exam_id = ? order by made_at, id")
                .params(owner.value(), exam.value())
                .query((row, number) -> opened(owner, row))
                .list();
    }

    /**
     * Keeps an annotation in place of the one that has this id, if there is one.
     *
     * @throws NoSuchExam if the owner has no such exam, or the exam no such image
     * @throws UselessAnnotation if the image has no such frame
     * @throws TooManyAnnotations if there are {@value #MOST} others
     */
    void keep(OwnerId owner, ExamId exam, UUID id, Annotation annotation) {
        Instance image = instances
                .ofExam(owner.value(), exam.value(), annotation.image())
                .orElseThrow(NoSuchExam::new);
        if (annotation.frame() >= image.frames()) {
            throw new UselessAnnotation();
        }
        if (others(owner, exam, id) >= MOST) {
            throw new TooManyAnnotations(MOST);
        }
        database.sql("""
                        insert into annotation (exam_id, id, owner, image, sealed, made_at)
                        values (:exam, :id, :owner, :image, :sealed, :now)
                        on conflict on constraint annotation_pk do update set image = :image, sealed = :sealed""")
                .param("exam", exam.value())
                .param("id", id)
                .param("owner", owner.value())
                .param("image", annotation.image())
                .param("sealed", vault.sealText(owner, PURPOSE, json.writeValueAsString(annotation)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(owner, "annotation.kept", exam.value());
    }

    /**
     * Removes an annotation; one that is not there is removed already.
     *
     * @throws NoSuchExam if the owner has no such exam
     */
    void remove(OwnerId owner, ExamId exam, UUID id) {
        require(owner, exam);
        int removed = database.sql("delete from annotation where owner = ? and exam_id = ? and id = ?")
                .params(owner.value(), exam.value(), id)
                .update();
        if (removed > 0) {
            audit.record(owner, "annotation.removed", exam.value());
        }
    }

    private void require(OwnerId owner, ExamId exam) {
        if (exams.summary(owner.value(), exam.value()).isEmpty()) {
            throw new NoSuchExam();
        }
    }

    private long others(OwnerId owner, ExamId exam, UUID id) {
        return database.sql("select count(*) from annotation where owner = ? and exam_id = ? and id <> ?")
                .params(owner.value(), exam.value(), id)
                .query(Long.class)
                .single();
    }

    private Kept opened(OwnerId owner, ResultSet row) throws SQLException {
        String text = vault.openText(owner, PURPOSE, row.getBytes("sealed"));
        return new Kept(row.getObject("id", UUID.class), json.readValue(text, Annotation.class));
    }
}
