package br.com.redcheck.account;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts tries in the database, so that all instances count together and a restart forgets nothing. */
@Component
public class Tries {
    private static final int SWEPT_AT_ONCE = 1000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final KeyedHash hash;
    private final Exhausted exhausted = new Exhausted();

    Tries(DataSource database, KeyedHash hash) {
        this.hash = hash;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("try_bucket")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Uses up one try.
     *
     * @param whom of that kind; kept as a keyed hash
     * @return false if there is none left
     */
    public boolean take(Allowance allowance, String whom) {
        String key = key(allowance, whom);
        if (exhausted.lasts(key)) {
            return false;
        }
        ConsumptionProbe probe = bucket(allowance, key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            exhausted.put(key, probe.getNanosToWaitForRefill());
        }
        return probe.isConsumed();
    }

    /** Uses up one try of the network that a request comes from. */
    public boolean take(Allowance allowance, HttpServletRequest request) {
        return take(allowance, Visitor.of(request).address());
    }

    /**
     * Uses up one try, or says how long it takes until there is another.
     *
     * @param whom of that kind; kept as a keyed hash
     * @return empty if one was used up
     */
    Optional<Duration> pause(Allowance allowance, String whom) {
        ConsumptionProbe probe = bucket(allowance, key(allowance, whom)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives back a try that turned out to be right. */
    public void giveBack(Allowance allowance, String whom) {
        String key = key(allowance, whom);
        bucket(allowance, key).addTokens(1);
        exhausted.remove(key);
    }

    /** Gives back a try of the network that a request comes from. */
    public void giveBack(Allowance allowance, HttpServletRequest request) {
        giveBack(allowance, Visitor.of(request).address());
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        while (buckets.removeExpired(SWEPT_AT_ONCE) == SWEPT_AT_ONCE) {
            // More may be waiting.
        }
    }

    private String key(Allowance allowance, String whom) {
        return allowance.name() + ":" + hash.of(whom);
    }

    private BucketProxy bucket(Allowance allowance, String key) {
        return buckets.builder()
                .build(
                        key,
                        () -> BucketConfiguration.builder()
                                .addLimit(limit -> limit.capacity(allowance.tries())
                                        .refillGreedy(allowance.tries(), allowance.refill()))
                                .build());
    }
}
