package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.account.SecondFactorDeed.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes on paper, each good for one entry. Only their hashes are kept; with 80 bits of chance in each, a fast hash does: there is
 * nothing to guess.
 */
@Service
@Transactional
class RecoveryCodes {
    static final int COUNT = 10;

    private static final int BYTES = 10;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** Makes ten new codes; those before them are void. This is the only time that they can be read. */
    List<String> renew(UUID account) {
        database.sql("delete from recovery_code where account = :account")
                .param("account", account)
                .update();
        List<String> codes = Stream.generate(this::make).limit(COUNT).toList();
        codes.forEach(code -> database.sql("insert into recovery_code (account, hash) values (:account, :hash)")
                .param("account", account)
                .param("hash", hash(account, code))
                .update());
        events.publishEvent(new SecondFactorDeed(account, Kind.RECOVERY_CODES_MADE));
        return codes;
    }

    /** Whether a code is one of the account's; it is void from now on. */
    boolean use(UUID account, String code) {
        int used = database.sql("delete from recovery_code where account = :account and hash = :hash")
                .param("account", account)
                .param("hash", hash(account, code))
                .update();
        Kind kind = used == 1 ? Kind.RECOVERY_CODE_USED : Kind.CODE_REFUSED;
        events.publishEvent(new SecondFactorDeed(account, kind));
        return used == 1;
    }

    /** How many codes have not been used yet. */
    @Transactional(readOnly = true)
    int left(UUID account) {
        return database.sql("select count(*) from recovery_code where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.grouped(Base32.encode(bytes));
    }

    /** Blanks, hyphens and small letters are how people type. */
    private static byte[] hash(UUID account, String code) {
        String letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((account + ":" + letters).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
