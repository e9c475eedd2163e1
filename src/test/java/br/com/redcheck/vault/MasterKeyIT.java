package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({VaultConfiguration.class, AuditLog.class, VaultIT.Time.class})
class MasterKeyIT {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[MasterKey.BYTES]);

    @TempDir
    Path folder;

    @Autowired
    KeyRows rows;

    @Autowired
    BlobRows blobs;

    @Autowired
    BlobStore store;

    private final OwnerId ana = OwnerId.random();

    @BeforeEach
    void forgetAll() {
        rows.owners().forEach(rows::forget);
    }

    @Test
    void theKeyThatWasMadeIsFoundAgain() throws IOException {
        BlobRef blob = vault(null, true).seal(ana, InputStream.nullInputStream());

        try (InputStream plain = vault(null, true).open(ana, blob)) {
            assertThat(plain.readAllBytes()).isEmpty();
        }
    }

    @Test
    void aConfiguredKeyIsNotWrittenDown() throws IOException {
        vault(KEY, true).secret(ana, "test");

        assertThat(folder.resolve("keys/master.key")).doesNotExist();
    }

    @Test
    void noKeyIsInventedForAForeignDatabase() {
        assertThatExceptionOfType(MasterKeyMissing.class).isThrownBy(() -> vault(null, false));
    }

    @Test
    void noKeyIsInventedWhereAnotherHasWrappedKeys() throws IOException {
        vault(null, true).secret(ana, "test");
        Files.delete(folder.resolve("keys/master.key"));

        assertThatExceptionOfType(MasterKeyMissing.class).isThrownBy(() -> vault(null, true));
    }

    @Test
    void aKeyThatOpensNothingIsRefused() throws IOException {
        vault(null, true).secret(ana, "test");

        assertThatExceptionOfType(MasterKeyWrong.class).isThrownBy(() -> vault(KEY, true));
    }

    @Test
    void aKeyOfAnotherFormIsRefusedWithoutRepeatingIt() {
        for (String malformed : new String[] {"secret!", "c2hvcnQ="}) {
            assertThatExceptionOfType(MasterKeyMalformed.class)
                    .isThrownBy(() -> vault(malformed, true))
                    .withNoCause()
                    .withMessage("refusal.master-key-malformed");
        }
    }

    private Vault vault(@Nullable String key, boolean ownDatabase) throws IOException {
        return opened(new VaultSettings(key, null, null), ownDatabase);
    }

    private Vault opened(VaultSettings settings, boolean ownDatabase) throws IOException {
        MockEnvironment environment = new MockEnvironment();
        if (!ownDatabase) {
            environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.example/other");
        }
        MasterKeyFinder finder = new MasterKeyFinder(new Home(folder), settings);
        OwnerKeys keys = new VaultConfiguration().ownerKeys(finder, rows, environment);
        return new Vault(keys, blobs, store);
    }
}
