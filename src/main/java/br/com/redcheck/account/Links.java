package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links that can be used once. Mail scanners follow links, so looking at one changes nothing. */
@Repository
class Links {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String COLUMNS = "purpose, account, email, clinic, made_by";

    private final JdbcClient database;
    private final Clock clock;

    Links(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a link; the token returned is the only copy. An invitation takes the place of the one before it to the same mailbox. */
    @Transactional
    Token make(Link link) {
        Token token = Token.random();
        String mailbox = link.email() == null ? null : link.email().mailbox();
        database.sql("delete from account_link where expires_at < ?")
                .param(time(KEPT.negated()))
                .update();
        end("purpose = :purpose and mailbox = :mailbox and clinic is not distinct from :clinic")
                .param("purpose", link.purpose().name())
                .param("mailbox", mailbox)
                .param("clinic", link.clinic(), Types.OTHER)
                .update();
        database.sql("""
                        insert into account_link
                            (token_hash, purpose, account, email, mailbox, clinic, made_by, made_at, expires_at)
                        values (:hash, :purpose, :account, :email, :mailbox, :clinic, :maker, :now, :end)""")
                .param("hash", token.hash())
                .param("purpose", link.purpose().name())
                .param("account", link.account())
                .param("email", link.email() == null ? null : link.email().address())
                .param("mailbox", mailbox)
                .param("clinic", link.clinic())
                .param("maker", link.maker())
                .param("now", time(Duration.ZERO))
                .param("end", time(link.purpose().life()))
                .update();
        return token;
    }

    /** What a link would open. */
    Optional<Link> look(Purpose purpose, Token token) {
        return database.sql("select " + COLUMNS + """
                         from account_link
                        where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now""")
                .param("hash", token.hash())
                .param("purpose", purpose.name())
                .param("now", time(Duration.ZERO))
                .query(Links::link)
                .optional();
    }

    /**
     * Uses a link up.
     *
     * @throws LinkUseless if it was used before, is too old, or is none
     */
    Link use(Purpose purpose, Token token) {
        return database.sql("""
                        update account_link set used_at = :now
                        where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        returning\s""" + COLUMNS)
                .param("hash", token.hash())
                .param("purpose", purpose.name())
                .param("now", time(Duration.ZERO))
                .query(Links::link)
                .optional()
                .orElseThrow(() -> LinkUseless.of(purpose));
    }

    /** Takes all links of an account out of use, and the invitations that were made with it. */
    void kill(UUID account) {
        end("(account = :account or made_by = :account)")
                .param("account", account)
                .update();
    }

    /** Takes all open invitations to a mailbox out of use. */
    void killInvitations(EmailAddress email) {
        end("mailbox = :mailbox").param("mailbox", email.mailbox()).update();
    }

    /** Takes all open invitations of a clinic out of use. */
    void killInvitations(OwnerId clinic) {
        end("clinic = :clinic").param("clinic", clinic.value()).update();
    }

    /** Takes a clinic's open invitations to a mailbox out of use. */
    void killInvitations(OwnerId clinic, EmailAddress email) {
        end("clinic = :clinic and mailbox = :mailbox")
                .param("clinic", clinic.value())
                .param("mailbox", email.mailbox())
                .update();
    }

    /** Takes the links out of use that were printed for a first administrator. */
    void killPrinted() {
        end("purpose = :purpose and email is null")
                .param("purpose", Purpose.ADMINISTRATOR.name())
                .update();
    }

    private StatementSpec end(String which) {
        return database.sql("update account_link set used_at = :now where used_at is null and " + which)
                .param("now", time(Duration.ZERO));
    }

    private Timestamp time(Duration fromNow) {
        return Timestamp.from(clock.instant().plus(fromNow));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("account", UUID.class),
                email(row.getString("email")),
                row.getObject("clinic", UUID.class),
                row.getObject("made_by", UUID.class));
    }

    private static @Nullable EmailAddress email(@Nullable String address) {
        return address == null ? null : new EmailAddress(address);
    }
}
