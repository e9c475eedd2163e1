package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({VaultConfiguration.class, AuditLog.class, VaultIT.Time.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class VaultIT {
    private static final int SEGMENT = 1 << 14;
    private static final int HEADER = 40;
    private static final int TAG = 16;
    private static final int FIRST_SEGMENT = SEGMENT - HEADER - TAG;
    private static final int NEXT_SEGMENT = SEGMENT - TAG;

    @Autowired
    Vault vault;

    @Autowired
    Home home;

    @Autowired
    EveryRow everyRow;

    private final OwnerId ana = OwnerId.random();
    private final OwnerId rui = OwnerId.random();

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                FIRST_SEGMENT - 1,
                FIRST_SEGMENT,
                FIRST_SEGMENT + 1,
                FIRST_SEGMENT + NEXT_SEGMENT - 1,
                FIRST_SEGMENT + NEXT_SEGMENT,
                FIRST_SEGMENT + NEXT_SEGMENT + 1,
                5 * SEGMENT
            })
    void whatGoesInComesOut(int size) throws IOException {
        byte[] plain = bytes(size);

        BlobRef blob = seal(ana, plain);

        assertThat(open(ana, blob)).isEqualTo(plain);
    }

    @Test
    void aChangedByteIsNoticedWhereverItLies() throws IOException {
        BlobRef blob = seal(ana, bytes(100));
        byte[] sealed = Files.readAllBytes(fileOf(blob));

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Files.write(fileOf(blob), changed);

            assertThatExceptionOfType(SealBroken.class).as("byte %d", at).isThrownBy(() -> open(ana, blob));
        }
    }

    @Test
    void aChangedByteInALaterSegmentIsNoticed() throws IOException {
        BlobRef blob = seal(ana, bytes(3 * SEGMENT));
        byte[] sealed = Files.readAllBytes(fileOf(blob));
        for (int at : new int[] {SEGMENT - 1, SEGMENT, 2 * SEGMENT + 7, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Files.write(fileOf(blob), changed);

            assertThatExceptionOfType(SealBroken.class).as("byte %d", at).isThrownBy(() -> open(ana, blob));
        }
    }

    @Test
    void whatIsSkippedIsNotUnsealed() throws IOException {
        byte[] plain = bytes(5 * SEGMENT);
        BlobRef blob = seal(ana, plain);
        byte[] changed = Files.readAllBytes(fileOf(blob));
        changed[SEGMENT + SEGMENT / 2] ^= 1;
        Files.write(fileOf(blob), changed);
        int from = 3 * SEGMENT + 17;

        try (InputStream opened = vault.open(ana, blob)) {
            opened.skipNBytes(from);
            assertThat(opened.readNBytes(SEGMENT)).isEqualTo(Arrays.copyOfRange(plain, from, from + SEGMENT));
            assertThat(opened.skip(Long.MAX_VALUE)).isEqualTo(plain.length - from - SEGMENT);
            assertThat(opened.read()).isEqualTo(-1);
        }
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> open(ana, blob));
    }

    @Test
    void aShortenedBlobIsNoticed() throws IOException {
        BlobRef blob = seal(ana, bytes(2 * SEGMENT));
        byte[] sealed = Files.readAllBytes(fileOf(blob));
        for (int length : new int[] {0, 1, HEADER, HEADER + TAG, SEGMENT, sealed.length - 1}) {
            Files.write(fileOf(blob), Arrays.copyOf(sealed, length));

            assertThatExceptionOfType(SealBroken.class).as("%d bytes", length).isThrownBy(() -> open(ana, blob));
        }
    }

    @Test
    void twoBlobsOfOneOwnerCannotBeExchanged() throws IOException {
        BlobRef first = seal(ana, bytes(10));
        BlobRef second = seal(ana, bytes(10));

        Files.copy(fileOf(first), fileOf(second), StandardCopyOption.REPLACE_EXISTING);

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> open(ana, second));
    }

    @Test
    void nobodyElseCanOpenABlob() throws IOException {
        BlobRef blob = seal(ana, bytes(10));
        assertThatExceptionOfType(BlobGone.class).isThrownBy(() -> open(rui, blob));

        seal(rui, bytes(10)); // now Rui has a key as well
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> open(rui, blob));
    }

    @Test
    void ownersCannotExchangeTheirKeys() throws IOException {
        BlobRef blob = seal(ana, bytes(10));
        seal(rui, bytes(10));

        everyRow.sql("update vault_key set wrapped = (select wrapped from vault_key where owner = ?) where owner = ?")
                .params(ana.value(), rui.value())
                .update();

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> open(rui, blob));
        vault.forget(rui);
    }

    @Test
    void aForgottenOwnersBlobsAreGone() throws IOException {
        BlobRef blob = seal(ana, bytes(10));
        byte[] secret = vault.secret(ana, "test").bytes();

        vault.forget(ana);

        assertThatExceptionOfType(BlobGone.class).isThrownBy(() -> open(ana, blob));
        assertThat(vault.secret(ana, "test").bytes()).isNotEqualTo(secret);
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> open(ana, blob)); // a new key does not bring them back
    }

    @Test
    void aDeletedBlobIsGone() throws IOException {
        BlobRef blob = seal(ana, bytes(10));

        vault.delete(ana, blob);
        vault.delete(ana, blob);

        assertThat(fileOf(blob)).doesNotExist();
        assertThatExceptionOfType(BlobGone.class).isThrownBy(() -> open(ana, blob));
    }

    @Test
    void neitherBytesNorOwnerStandOnTheDisk() throws IOException {
        String patient = "SILVA^MARIA DAS DORES";
        seal(ana, patient.repeat(1000).getBytes(StandardCharsets.ISO_8859_1));

        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toString()).doesNotContain(ana.value().toString());
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("SILVA^MARIA")
                        .doesNotContain(ana.value().toString());
            }
        }
    }

    @Test
    void contentThatFailsLeavesNothing() throws IOException {
        List<Path> before = files();

        assertThatIOException()
                .isThrownBy(() -> vault.seal(ana, out -> {
                    out.write(bytes(2 * SEGMENT));
                    throw new IOException("the sender hung up");
                }));

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void onlyTheApplicationMayReadTheFiles() throws IOException {
        assumeThat(Files.getFileStore(home.folder()).supportsFileAttributeView("posix"))
                .isTrue();
        BlobRef blob = seal(ana, bytes(10));

        for (Path file : List.of(fileOf(blob), home.folder().resolve("keys/master.key"))) {
            assertThat(modeOf(file)).isEqualTo("rw-------");
            assertThat(modeOf(file.resolveSibling("."))).isEqualTo("rwx------");
        }
    }

    @Test
    void whatACrashLeftIsSweptAndWhatIsBeingWrittenIsNot() throws IOException {
        Path drafts = home.folder().resolve("vault/drafts");
        Path left = Files.createFile(drafts.resolve("left"));
        Path growing = Files.createFile(drafts.resolve("growing"));
        Instant now = Instant.now();
        Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofHours(2))));

        new FolderBlobStore(home.folder().resolve("vault")).sweep(now);

        assertThat(left).doesNotExist();
        assertThat(growing).exists();
        Files.delete(growing);
    }

    @Test
    void aSecretIsStableAndOneOwnersAndOnePurposes() {
        byte[] secret = vault.secret(ana, "deidentification").bytes();

        assertThat(secret)
                .hasSize(32)
                .isEqualTo(vault.secret(ana, "deidentification").bytes());
        assertThat(secret).isNotEqualTo(vault.secret(ana, "search").bytes());
        assertThat(secret).isNotEqualTo(vault.secret(rui, "deidentification").bytes());
        assertThat(vault.secret(ana, "search")).hasToString("OwnerSecret[***]");
    }

    @Test
    void whoeverComesFirstMakesTheOneKey() throws Exception {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<BlobRef> sealing = () -> {
                together.await();
                return seal(ana, bytes(100));
            };
            for (Future<BlobRef> blob : executor.invokeAll(Collections.nCopies(threads, sealing))) {
                assertThat(open(ana, blob.get())).hasSize(100);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private BlobRef seal(OwnerId owner, byte[] plain) throws IOException {
        return vault.seal(owner, new ByteArrayInputStream(plain));
    }

    private byte[] open(OwnerId owner, BlobRef blob) throws IOException {
        try (InputStream plain = vault.open(owner, blob)) {
            return plain.readAllBytes();
        }
    }

    private Path fileOf(BlobRef blob) {
        String name = blob.id().toString();
        return home.folder().resolve("vault").resolve(name.substring(0, 2)).resolve(name);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home.folder())) {
            return files.sorted().toList();
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static class Time {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
