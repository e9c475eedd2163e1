package br.com.redcheck.platform.mail;

import br.com.redcheck.platform.MailSeal;
import br.com.redcheck.platform.MailState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code mail}: each e-mail is a row before anybody tries to send it, sealed as long as it waits. What was taken by a server
 * is emptied in the same stroke; the bare row stays for a while, so that a bounce is still known to belong to something.
 */
class Outbox {
    private static final int MOST = 200;

    private final JdbcClient database;
    private final MailSeal seal;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(JdbcClient database, MailSeal seal, JsonMapper json, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An e-mail that is to be sent.
     *
     * @param tries how often that was tried in vain
     */
    record Waiting(UUID id, Mail mail, Instant queuedAt, int tries) {}

    /** Enters an e-mail. */
    UUID add(Mail mail) {
        UUID id = UUID.randomUUID();
        update("insert into mail (id, state, sealed, queued_at) values (:id, 'WAITING', :sealed, :now)", id)
                .param("sealed", seal.seal(json.writeValueAsString(mail)))
                .update();
        return id;
    }

    /** An e-mail that still waits; empty if it was sent or given up meanwhile. Its key is read in the same transaction. */
    @Transactional(readOnly = true)
    Optional<Waiting> waiting(UUID id) {
        return database.sql("select id, sealed, queued_at, tries from mail where id = :id and state = 'WAITING'")
                .param("id", id)
                .query((row, number) -> new Waiting(id, open(row), instant(row, "queued_at"), row.getInt("tries")))
                .optional();
    }

    Optional<MailState> state(UUID id) {
        return database.sql("select state from mail where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(MailState::valueOf);
    }

    /** A server has it: address and text are forgotten. */
    void sent(UUID id) {
        update("""
                update mail set state = 'SENT', sealed = null, tries = tries + 1, failure = null, settled_at = :now
                where id = :id""", id).update();
    }

    /** It could not be sent this time. */
    void postponed(UUID id, String failure) {
        database.sql("update mail set tries = tries + 1, failure = :failure where id = :id")
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    /** It will not be tried again by itself. */
    void failed(UUID id, String failure) {
        update("""
                update mail set state = 'FAILED', tries = tries + 1, failure = :failure, settled_at = :now
                where id = :id""", id).param("failure", failure).update();
    }

    /** What a server took came back as undeliverable. */
    void bounced(UUID id, String failure) {
        update("""
                update mail set state = 'FAILED', failure = :failure, settled_at = :now
                where id = :id and state = 'SENT'""", id).param("failure", failure).update();
    }

    /** Lets a failed e-mail wait again; false if there is nothing of it left to send. */
    boolean revive(UUID id) {
        return database.sql("""
                        update mail set state = 'WAITING', tries = 0, settled_at = null
                        where id = :id and state = 'FAILED' and sealed is not null""").param("id", id).update() > 0;
    }

    /** Forgets a failed e-mail. */
    void discard(UUID id) {
        database.sql("delete from mail where id = :id and state = 'FAILED'")
                .param("id", id)
                .update();
    }

    /** What has failed, the newest first, no more than 200. Their key is read in the same transaction. */
    @Transactional(readOnly = true)
    List<DeadLetter> dead() {
        return database.sql("""
                        select id, sealed, queued_at, tries, failure, settled_at from mail
                        where state = 'FAILED' order by settled_at desc, id limit :most""")
                .param("most", MOST)
                .query((row, number) -> new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getBytes("sealed") == null
                                ? Optional.empty()
                                : Optional.of(open(row).maskedAddress()),
                        instant(row, "queued_at"),
                        row.getInt("tries"),
                        row.getString("failure"),
                        instant(row, "settled_at")))
                .list();
    }

    /** How many wait. */
    long queued() {
        return database.sql("select count(*) from mail where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /** Forgets what was settled before a moment. */
    int purge(Instant before) {
        return database.sql("delete from mail where settled_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private StatementSpec update(String statement, UUID id) {
        return database.sql(statement)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Mail open(ResultSet row) throws SQLException {
        return json.readValue(seal.open(row.getBytes("sealed")), Mail.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
