package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.Receipt.Outcome;
import br.com.redcheck.exam.SendingReport;
import br.com.redcheck.exam.SendingReport.SentImage;
import br.com.redcheck.exam.SendingReport.Stage;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of sendings, image by image, for programs. */
@Service
@Transactional(readOnly = true)
class SendingReports {
    private final JdbcClient database;
    private final Vault vault;
    private final Messages messages;

    SendingReports(JdbcClient database, Vault vault, Messages messages) {
        this.database = database;
        this.vault = vault;
        this.messages = messages;
    }

    /** @throws NoSuchSending if the owner has no such sending */
    SendingReport of(OwnerId owner, UUID sending, Locale language) {
        List<SentImage> images = images(owner, sending, language);
        return database.sql("""
                        select s.begun_at, s.finished_at is not null as finished,
                               coalesce(sum(f.length), 0) as bytes, coalesce(sum(f.received), 0) as received,
                               count(*) filter (where f.state = 'FAILED') as failed,
                               coalesce(bool_or(f.state in ('WAITING', 'RECEIVING')), not s.closed) as open
                        from sending s left join sent_file f on f.sending = s.id and f.owner = :owner
                        where s.owner = :owner and s.id = :id group by s.id""")
                .param("owner", owner.value())
                .param("id", sending)
                .query((row, number) -> new SendingReport(
                        sending,
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        stage(row),
                        row.getLong("bytes"),
                        row.getLong("received"),
                        row.getInt("failed"),
                        images))
                .optional()
                .orElseThrow(NoSuchSending::new);
    }

    private static Stage stage(ResultSet row) throws SQLException {
        if (row.getBoolean("finished")) {
            return Stage.FINISHED;
        }
        return row.getBoolean("open") ? Stage.RECEIVING : Stage.TAKING_IN;
    }

    private List<SentImage> images(OwnerId owner, UUID sending, Locale language) {
        return database.sql("""
                        select i.outcome, i.exam, i.reason, i.reason_arguments, i.path
                        from sent_image i join sent_file f on f.id = i.file
                        where i.owner = :owner and f.owner = :owner and f.sending = :sending
                        order by f.number, i.number""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query((row, number) -> image(owner, row, language))
                .list();
    }

    private SentImage image(OwnerId owner, ResultSet row, Locale language) throws SQLException {
        byte[] path = row.getBytes("path");
        String code = row.getString("reason");
        return new SentImage(
                path == null ? "" : vault.openText(owner, SentImages.PATH, path),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("exam", UUID.class),
                code,
                code == null
                        ? null
                        : messages.text(language, code, (Object[])
                                row.getArray("reason_arguments").getArray()));
    }
}
