package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says no to more than the settings allow, before any byte of it is taken. */
@Component
class SendingLimits {
    private final JdbcClient database;
    private final SendingSettings settings;

    SendingLimits(JdbcClient database, SendingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Checks what was announced by itself. */
    void check(List<Announcement.File> announced) {
        if (announced.size() > settings.files()) {
            throw TooMuchToSend.files(settings.files());
        }
        if (announced.stream()
                .anyMatch(file -> file.length() > settings.fileBytes().toBytes())) {
            throw TooMuchToSend.fileBytes(settings.fileBytes().toMegabytes());
        }
    }

    /** Checks a sending with all that it has now, in the transaction that adds to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void check(OwnerId owner, UUID sending) {
        Total total = database.sql("""
                        select count(*) filter (where sending = :sending) files,
                               coalesce(sum(length) filter (where sending = :sending), 0) bytes,
                               count(*) filter (where state in ('WAITING', 'RECEIVING')) open
                        from sent_file where owner = :owner""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query(Total.class)
                .single();
        if (total.files() > settings.files()) {
            throw TooMuchToSend.files(settings.files());
        }
        if (total.bytes() > settings.bytes().toBytes()) {
            throw TooMuchToSend.bytes(settings.bytes().toMegabytes());
        }
        if (total.open() > settings.openFiles()) {
            throw TooMuchToSend.openFiles(settings.openFiles());
        }
    }

    private record Total(long files, long bytes, long open) {}
}
