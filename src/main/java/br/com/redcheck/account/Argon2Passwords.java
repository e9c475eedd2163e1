package br.com.redcheck.account;

import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Argon2id with the cost that OWASP's password storage cheat sheet names first (19 MiB, two passes, one lane). A hash made with
 * less is made anew when its owner next signs in.
 *
 * <p>Accents are brought into one form before (NFKC, NIST SP 800-63B, 3.1.1.2): keyboards differ in how they send them.
 */
final class Argon2Passwords implements PasswordEncoder {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    private final Places places;

    Argon2Passwords(Places places) {
        this.places = places;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return inPlace(() -> Objects.requireNonNull(argon2.encode(oneForm(password)), "no password"));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inPlace(() -> argon2.matches(oneForm(password), hash));
    }

    /** Outside of transactions: many who waited for a place would keep all database connections. */
    private <T> T inPlace(Places.Work<T, RuntimeException> hashing) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "within a transaction");
        return places.in(HeavyWork.PASSWORD, hashing);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private static @Nullable String oneForm(@Nullable CharSequence password) {
        return password == null ? null : Normalizer.normalize(password, Form.NFKC);
    }
}
