package br.com.redcheck.exam.worklist;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.worklist.Label.Colour;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An owner's labels, and which exams carry them. */
@Service
@Transactional
class Labels {
    static final int MOST = 100;

    private final JdbcClient database;

    Labels(JdbcClient database) {
        this.database = database;
    }

    /** All of the owner's, by name. */
    @Transactional(readOnly = true)
    List<Label> of(OwnerId owner) {
        return database.sql("select id, name, colour from label where owner = ? order by lower(name)")
                .param(owner.value())
                .query(Labels::read)
                .list();
    }

    /**
     * Makes a label; one of that name, in capitals or not, is the same label and takes the name and the colour as they are said now.
     *
     * @throws TooMany if the owner has {@value #MOST} others
     */
    void make(OwnerId owner, Name name, Colour colour) {
        boolean full = of(owner).stream()
                        .filter(label -> !label.name().equalsIgnoreCase(name.text()))
                        .count()
                >= MOST;
        if (full) {
            throw TooMany.labels(MOST);
        }
        database.sql("""
                        insert into label (id, owner, name, colour) values (?, ?, ?, ?)
                        on conflict (owner, lower(name)) do update set name = excluded.name, colour = excluded.colour""")
                .params(UUID.randomUUID(), owner.value(), name.text(), colour.name())
                .update();
    }

    /** Takes a label off all exams, and away. */
    void remove(OwnerId owner, UUID label) {
        database.sql("delete from label where owner = ? and id = ?")
                .params(owner.value(), label)
                .update();
    }

    /** Puts a label on exams; what is not the owner's stays as it is. */
    void putOn(OwnerId owner, UUID label, List<ExamId> exams) {
        database.sql("""
                        insert into exam_label (label_id, exam_id, owner, received_at)
                        select l.id, e.id, e.owner, e.received_at from exam e join label l on l.owner = e.owner and l.id = :label
                        where e.owner = :owner and e.id = any(:exams)
                        on conflict do nothing""")
                .param("owner", owner.value())
                .param("label", label)
                .param("exams", ExamId.values(exams))
                .update();
    }

    /** Takes a label off exams. */
    void takeOff(OwnerId owner, UUID label, List<ExamId> exams) {
        database.sql("delete from exam_label where owner = :owner and label_id = :label and exam_id = any(:exams)")
                .param("owner", owner.value())
                .param("label", label)
                .param("exams", ExamId.values(exams))
                .update();
    }

    private static Label read(ResultSet row, int number) throws SQLException {
        return new Label(
                row.getObject("id", UUID.class), row.getString("name"), Colour.valueOf(row.getString("colour")));
    }
}
