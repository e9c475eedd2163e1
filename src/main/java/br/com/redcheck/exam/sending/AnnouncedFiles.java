package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.FilesOfExams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was announced of exams, and what has come of that. */
@Service
@Transactional(readOnly = true)
class AnnouncedFiles implements FilesOfExams {
    private final JdbcClient database;

    AnnouncedFiles(JdbcClient database) {
        this.database = database;
    }

    /** A file that was taken back counts as announced unless it came by another sending, or another has taken its place. */
    @Override
    public Files of(OwnerId owner, ExamId exam) {
        return database.sql("""
                        with brought as (
                            select distinct f.sending from sent_image i join sent_file f on f.id = i.file
                            where i.owner = :owner and f.owner = :owner and i.exam = :exam and i.outcome = 'STORED'),
                        announced as (
                            select f.state from sent_file f
                            where f.owner = :owner and f.sending in (select sending from brought)
                            and (f.state not in ('WITHDRAWN', 'FAILED') or not exists (
                                select from sent_file o
                                where o.owner = :owner and o.state not in ('WITHDRAWN', 'FAILED') and o.key = f.key)
                                and not exists (
                                select from sent_file o
                                where o.owner = :owner and o.state not in ('WITHDRAWN', 'FAILED')
                                and o.sending = f.sending and o.place = f.place)))
                        select count(*) announced,
                            count(*) filter (where state in ('WAITING', 'RECEIVING', 'SENT', 'CLEANING')) coming,
                            count(*) filter (where state in ('WITHDRAWN', 'FAILED')) lost
                        from announced""")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(Files.class)
                .single();
    }
}
