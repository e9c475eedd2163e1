package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that can be used once. Mail scanners follow links, so looking at one changes nothing. */
@Repository
class Links {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String COLUMNS = "purpose, account, email, clinic";

    private final JdbcClient database;
    private final Clock clock;

    Links(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a link; the token returned is the only copy. */
    Token make(Link link) {
        Token token = Token.random();
        database.sql("delete from account_link where expires_at < ?")
                .param(time(KEPT.negated()))
                .update();
        database.sql("""
                        insert into account_link (token_hash, purpose, account, email, clinic, made_at, expires_at)
                        values (:hash, :purpose, :account, :email, :clinic, :now, :end)""")
                .param("hash", token.hash())
                .param("purpose", link.purpose().name())
                .param("account", link.account())
                .param("email", link.email() == null ? null : link.email().address())
                .param("clinic", link.clinic())
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
                .orElseThrow(LinkUseless::new);
    }

    /** Takes all links of an account out of use. */
    void kill(UUID account) {
        database.sql("update account_link set used_at = ? where account = ? and used_at is null")
                .params(time(Duration.ZERO), account)
                .update();
    }

    /** Takes the links out of use that were printed for a first administrator. */
    void killPrinted() {
        database.sql("update account_link set used_at = ? where purpose = ? and email is null and used_at is null")
                .params(time(Duration.ZERO), Purpose.ADMINISTRATOR.name())
                .update();
    }

    private Timestamp time(Duration fromNow) {
        return Timestamp.from(clock.instant().plus(fromNow));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("account", UUID.class),
                email(row.getString("email")),
                row.getObject("clinic", UUID.class));
    }

    private static @Nullable EmailAddress email(@Nullable String address) {
        return address == null ? null : new EmailAddress(address);
    }
}
