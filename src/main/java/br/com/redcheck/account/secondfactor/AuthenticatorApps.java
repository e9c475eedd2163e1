package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.account.SecondFactorDeed.Kind;
import br.com.redcheck.account.SecretSeal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The authenticator apps that share a secret with us, one for each account. */
@Service
@Transactional
class AuthenticatorApps {
    private final JdbcClient database;
    private final SecretSeal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AuthenticatorApps(JdbcClient database, SecretSeal seal, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a fresh secret that waits for its first right code; until then the one before it, if there is one, stays good. */
    void begin(UUID account) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        database.sql("""
                        insert into authenticator_app (account, pending) values (:account, :pending)
                        on conflict (account) do update set pending = excluded.pending""")
                .param("account", account)
                .param("pending", seal.seal(account, secret))
                .update();
    }

    /** The secret that waits to be confirmed. */
    @Transactional(readOnly = true)
    Optional<byte[]> pending(UUID account) {
        return waiting(account).map(secret -> seal.open(account, secret));
    }

    /** Enrols the app that shows the code, if it is the right one for the waiting secret. */
    boolean confirm(UUID account, String code) {
        return waiting(account).map(secret -> confirm(account, secret, code)).orElse(false);
    }

    /** The secret that was tried is the one that is enrolled, though another page may have begun anew meanwhile. */
    private boolean confirm(UUID account, byte[] secret, String code) {
        Instant now = clock.instant();
        OptionalLong step = new Totp(seal.open(account, secret)).stepOf(code, now);
        if (step.isEmpty()) {
            return false;
        }
        database.sql("""
                        update authenticator_app set secret = :secret, pending = null, enrolled_at = :now, last_step = :step,
                            wrong_codes = 0 where account = :account""")
                .param("secret", secret)
                .param("now", Timestamp.from(now))
                .param("step", step.getAsLong())
                .param("account", account)
                .update();
        announce(account, Kind.APP_ENROLLED);
        return true;
    }

    /**
     * Whether a code is right, and new: no code is taken twice, nor one older than another that was taken.
     *
     * @throws CodesMustWait if too many wrong ones came before it
     */
    boolean accept(UUID account, String code) {
        Instant now = clock.instant();
        return lock(account).map(app -> accept(account, app, code, now)).orElse(false);
    }

    private boolean accept(UUID account, App app, String code, Instant now) {
        Duration wait = app.guesses().waitAt(now);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw new CodesMustWait(wait);
        }
        OptionalLong step = new Totp(seal.open(account, app.secret())).stepOf(code, now);
        boolean right = step.isPresent() && step.getAsLong() > app.lastStep();
        database.sql("""
                        update authenticator_app set last_step = :step, wrong_codes = :wrong, wrong_at = :now
                        where account = :account""")
                .param("step", right ? step.getAsLong() : app.lastStep())
                .param("wrong", right ? 0 : app.guesses().wrong() + 1)
                .param("now", Timestamp.from(now))
                .param("account", account)
                .update();
        announce(account, right ? Kind.CODE_ACCEPTED : Kind.CODE_REFUSED);
        return right;
    }

    @Transactional(readOnly = true)
    Optional<Instant> enrolledAt(UUID account) {
        return database.sql("select enrolled_at from authenticator_app where account = :account and secret is not null")
                .param("account", account)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void remove(UUID account) {
        database.sql("delete from authenticator_app where account = :account")
                .param("account", account)
                .update();
        announce(account, Kind.APP_REMOVED);
    }

    private Optional<byte[]> waiting(UUID account) {
        return database.sql("select pending from authenticator_app where account = :account and pending is not null")
                .param("account", account)
                .query(byte[].class)
                .optional();
    }

    private void announce(UUID account, Kind kind) {
        events.publishEvent(new SecondFactorDeed(account, kind));
    }

    /** Whoever asks for the same account waits here, so that many tries at once are counted one by one. */
    private Optional<App> lock(UUID account) {
        return database.sql("""
                        select secret, last_step, wrong_codes, wrong_at from authenticator_app
                        where account = :account and secret is not null for update""")
                .param("account", account)
                .query((row, number) -> App.of(row))
                .optional();
    }

    @SuppressWarnings("ArrayRecordComponent") // two are never compared
    private record App(byte[] secret, long lastStep, Guesses guesses) {
        static App of(ResultSet row) throws SQLException {
            @Nullable Timestamp wrongAt = row.getTimestamp("wrong_at");
            Guesses guesses = new Guesses(row.getInt("wrong_codes"), wrongAt == null ? null : wrongAt.toInstant());
            return new App(row.getBytes("secret"), row.getLong("last_step"), guesses);
        }
    }
}
