package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts that have not been closed. */
@Repository
class Accounts {
    private static final String OPEN = """
            select id, kind, name, email, password_hash, language, confirmed_at from account where closed_at is null""";

    private final JdbcClient database;
    private final Clock clock;

    Accounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds an account, unless its e-mail has one already: then nothing is changed and the answer is false. */
    boolean add(Account account) {
        return database.sql("""
                        insert into account (id, kind, name, email, password_hash, language, created_at, confirmed_at)
                        values (:id, :kind, :name, :email, :hash, :language, :now, :confirmed)
                        on conflict (email) do nothing""")
                        .param("id", account.id())
                        .param("kind", account.kind().name())
                        .param("name", account.name())
                        .param("email", account.email().address())
                        .param("hash", account.passwordHash())
                        .param("language", account.language().toLanguageTag())
                        .param("now", now())
                        .param("confirmed", account.confirmed() ? now() : null)
                        .update()
                == 1;
    }

    void accept(UUID account, Set<AcceptedDocument> documents) {
        for (AcceptedDocument accepted : documents) {
            database.sql("insert into acceptance (account, document, version, accepted_at) values (?, ?, ?, ?)")
                    .params(account, accepted.document().name(), accepted.version(), now())
                    .update();
        }
    }

    Optional<Account> byEmail(EmailAddress email) {
        return database.sql(OPEN + " and email = ?")
                .param(email.address())
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return database.sql(OPEN + " and id = ?")
                .param(id)
                .query(Accounts::account)
                .optional();
    }

    List<Account> administrators() {
        return database.sql(OPEN + " and kind = 'ADMINISTRATOR' order by created_at")
                .query(Accounts::account)
                .list();
    }

    /** Notes that the e-mail is the account's own; the first time counts. */
    void confirm(UUID id) {
        database.sql("update account set confirmed_at = ? where id = ? and confirmed_at is null")
                .params(now(), id)
                .update();
    }

    void changePassword(UUID id, String hash) {
        database.sql("update account set password_hash = ? where id = ? and closed_at is null")
                .params(hash, id)
                .update();
    }

    /** Only an account that exists to be tried out gets in without a second factor. */
    void waiveSecondFactor(UUID id) {
        database.sql("update account set second_factor_waived = true where id = ?")
                .param(id)
                .update();
    }

    /** Closes an account for ever. Its e-mail may be used for a new one; with {@code erase} its name is forgotten as well. */
    void close(UUID id, boolean erase) {
        database.sql("""
                        update account set closed_at = :now, email = id || '@closed.invalid', password_hash = '-',
                            name = case when :erase then '-' else name end
                        where id = :id and closed_at is null""")
                .param("now", now())
                .param("erase", erase)
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("name"),
                new EmailAddress(row.getString("email")),
                row.getString("password_hash"),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("confirmed_at") != null);
    }
}
