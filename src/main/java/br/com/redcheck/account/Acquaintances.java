package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The browsers and the addresses from which an account was signed in to before. */
@Repository
class Acquaintances {
    static final Duration DEVICE_KEPT = Duration.ofDays(365);
    private static final Duration ADDRESS_KEPT = Duration.ofDays(90);

    private final JdbcClient database;
    private final KeyedHash hash;
    private final Clock clock;

    Acquaintances(JdbcClient database, KeyedHash hash, Clock clock) {
        this.database = database;
        this.hash = hash;
        this.clock = clock;
    }

    boolean knowDevice(EmailAddress email, Visitor visitor) {
        return visitor.device()
                .map(device -> found("""
                        select exists (select from known_device join account on account.id = known_device.account
                        where account.email = ? and token_hash = ? and seen_at > ?)""", email.address(), device.hash(), ago(DEVICE_KEPT)))
                .orElse(false);
    }

    boolean knowAddress(EmailAddress email, Visitor visitor) {
        return found("""
                select exists (select from known_address join account on account.id = known_address.account
                where account.email = ? and address_hash = ? and seen_at > ?)""", email.address(), hash.of(visitor.address()), ago(ADDRESS_KEPT));
    }

    /** Whether the visitor's cookie is one of ours, for whatever account. */
    boolean issued(Token device) {
        return found(
                "select exists (select from known_device where token_hash = ? and seen_at > ?)",
                device.hash(),
                ago(DEVICE_KEPT));
    }

    /** Notes that the account was signed in to from here. */
    @Transactional
    public void meet(UUID account, Token device, String address) {
        database.sql("""
                        insert into known_device (account, token_hash, seen_at) values (:account, :hash, :now)
                        on conflict (account, token_hash) do update set seen_at = excluded.seen_at""")
                .param("account", account)
                .param("hash", device.hash())
                .param("now", ago(Duration.ZERO))
                .update();
        database.sql("""
                        insert into known_address (account, address_hash, seen_at) values (:account, :hash, :now)
                        on conflict (account, address_hash) do update set seen_at = excluded.seen_at""")
                .param("account", account)
                .param("hash", hash.of(address))
                .param("now", ago(Duration.ZERO))
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    void sweep() {
        database.sql("delete from known_device where seen_at < ?")
                .param(ago(DEVICE_KEPT))
                .update();
        database.sql("delete from known_address where seen_at < ?")
                .param(ago(ADDRESS_KEPT))
                .update();
    }

    /** After a reset or a closing nothing of before counts any more. */
    @Transactional
    public void forget(UUID account) {
        database.sql("delete from known_device where account = ?")
                .param(account)
                .update();
        database.sql("delete from known_address where account = ?")
                .param(account)
                .update();
    }

    private boolean found(String question, Object... parameters) {
        return database.sql(question).params(parameters).query(Boolean.class).single();
    }

    private Timestamp ago(Duration time) {
        return Timestamp.from(clock.instant().minus(time));
    }
}
