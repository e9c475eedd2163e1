package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.audit.Deed;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keys are replaced while everything stays readable, and what is interrupted goes on. */
@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({VaultConfiguration.class, AuditLog.class, VaultIT.Time.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class KeyRotationIT {
    private static final int BLOBS = 7;

    @TempDir
    Path folder;

    @Autowired
    KeyRows rows;

    @Autowired
    BlobRows blobs;

    @Autowired
    BlobStore store;

    @Autowired
    Home home;

    @Autowired
    AuditLog audit;

    @Autowired
    EveryRow everyRow;

    private final OwnerId ana = OwnerId.random();
    private final OwnerId rui = OwnerId.random();

    @BeforeEach
    void forgetAll() {
        rows.owners().forEach(rows::forget);
    }

    @Test
    void anInterruptedMasterRotationLeavesAllReadableAndGoesOn() throws IOException {
        List<BlobRef> ofAna = seal(ana);
        List<BlobRef> ofRui = seal(rui);
        byte[] former = Files.readAllBytes(folder.resolve("keys/master.key"));
        assertThatIllegalStateException().isThrownBy(() -> masterRotation(null).rotate((done, all) -> dieAt(done, 1)));

        assertThat(rows.masters()).as("both are in use").hasSize(2);
        assertReadable(ana, ofAna);
        assertReadable(rui, ofRui);

        assertThat(masterRotation(null).rotate((done, all) -> {})).isEqualTo(1);
        assertThat(rows.masters()).hasSize(1);
        assertThat(Files.readAllBytes(folder.resolve("keys/master.key"))).isNotEqualTo(former);
        assertThat(folder.resolve("keys/master.key.new")).doesNotExist();
        assertReadable(ana, ofAna);
        assertReadable(rui, ofRui);
        Files.write(folder.resolve("keys/master.key"), former);
        assertThatExceptionOfType(MasterKeyWrong.class).isThrownBy(() -> vault(null));
    }

    @Test
    void aConfiguredMasterKeyReplacesAnotherThatIsGivenBesideIt() throws IOException {
        String old = base64('o');
        VaultSettings before = new VaultSettings(old, null, null);
        List<BlobRef> ofAna = seal(ana, before);
        VaultSettings during = new VaultSettings(base64('n'), old, null);
        assertReadable(ana, ofAna, during);

        assertThat(masterRotation(during).rotate((done, all) -> {})).isEqualTo(1);

        assertReadable(ana, ofAna, new VaultSettings(base64('n'), null, null));
        assertThatExceptionOfType(MasterKeyWrong.class).isThrownBy(() -> vault(before));
        assertThat(masterRotation(during).rotate((done, all) -> {})).isZero();
    }

    @Test
    void aKeyManagementServiceReplacesAKeyInAFileAndItsOwnFormerVersions() throws IOException {
        List<BlobRef> ofAna = seal(ana);
        String old = Files.readString(folder.resolve("keys/master.key"));
        Path token = Files.writeString(folder.resolve("token"), TransitStandIn.TOKEN);
        try (TransitStandIn service = new TransitStandIn()) {
            TransitSettings transit =
                    new TransitSettings(service.address(), token, "transit", "exams", null, Duration.ofSeconds(5));
            VaultSettings during = new VaultSettings(null, old, new VaultSettings.Kms(transit));
            VaultSettings after = new VaultSettings(null, null, new VaultSettings.Kms(transit));

            assertThat(masterRotation(during).rotate((done, all) -> {})).isEqualTo(1);
            assertReadable(ana, ofAna, after);
            service.rotate();
            assertThat(masterRotation(after).rotate((done, all) -> {})).isEqualTo(1);

            assertThat(rows.masters()).containsExactly(Optional.of("transit:exams:v2"));
            assertReadable(ana, ofAna, after);
        }
    }

    @Test
    void aKeyFromBeforeMasterKeysHadNamesIsOpenedAndNamed() throws IOException {
        List<BlobRef> ofAna = seal(ana);
        everyRow.sql("update vault_key set master = null").update();
        assertReadable(ana, ofAna);

        masterRotation(null).rotate((done, all) -> {});

        assertThat(rows.masters()).hasSize(1).allMatch(master -> master.isPresent());
        assertReadable(ana, ofAna);
    }

    @Test
    void anInterruptedOwnerRotationLeavesAllReadableAndGoesOn() throws IOException {
        List<BlobRef> ofAna = seal(ana);
        byte[] secret = vault(null).secret(ana, "test").bytes();
        byte[] text = vault(null).sealText(ana, "test", "Ana");
        assertThatIllegalStateException().isThrownBy(() -> ownerRotation().rotate(ana, (done, all) -> dieAt(done, 3)));

        assertThat(ofAna).extracting(this::generation).containsOnly(1, 2);
        assertReadable(ana, ofAna);
        BlobRef meanwhile = vault(null).seal(ana, new ByteArrayInputStream(content(BLOBS)));

        List<Long> rest = new ArrayList<>();
        assertThat(ownerRotation().rotate(ana, (done, all) -> rest.add(all))).isTrue();
        ofAna.add(meanwhile);
        assertThat(rest).as("three were done").hasSize(BLOBS - 3);
        assertThat(ofAna).extracting(this::generation).containsOnly(2);
        assertReadable(ana, ofAna);
        assertThat(rows.of(ana)).extracting(KeyRow::generation).containsExactly(KeyRow.ROOT, 2);
        assertThat(vault(null).secret(ana, "test").bytes()).isEqualTo(secret);
        assertThat(vault(null).openText(ana, "test", text)).isEqualTo("Ana");
    }

    @Test
    void aBlobThatWasSealedAnewButNotWrittenDownIsFoundDone() throws IOException {
        List<BlobRef> ofAna = seal(ana);
        assertThatIllegalStateException().isThrownBy(() -> ownerRotation().rotate(ana, (done, all) -> dieAt(done, 3)));
        everyRow.sql("update vault_blob set generation = 1 where owner = ?")
                .param(ana.value())
                .update();

        assertThat(ownerRotation().rotate(ana, (done, all) -> {})).isTrue();

        assertReadable(ana, ofAna);
    }

    @Test
    void aKeyStaysWhileSomebodySealsUnderIt() throws IOException {
        seal(ana);
        BlobRef unfinished = new BlobRef(UUID.randomUUID());
        rows.enter(ana, unfinished);

        assertThat(ownerRotation().rotate(ana, (done, all) -> {})).isFalse();
        assertThat(rows.of(ana)).extracting(KeyRow::generation).containsExactly(1, 2);

        everyRow.sql("update vault_blob set begun_at = begun_at - interval '2 days' where id = ?")
                .param(unfinished.id())
                .update();
        assertThat(ownerRotation().rotate(ana, (done, all) -> {})).isTrue();
    }

    @Test
    void aBlobInTheOldestFormOpensAndIsSealedAnewLikeAnyOther() throws IOException {
        BlobRef blob = seal(ana).get(0);
        byte[] sealed = Files.readAllBytes(fileOf(blob));
        Files.write(fileOf(blob), Arrays.copyOfRange(sealed, 5, sealed.length));

        assertReadable(ana, List.of(blob));
        ownerRotation().rotate(ana, (done, all) -> {});

        assertThat(generation(blob)).isEqualTo(2);
        assertReadable(ana, List.of(blob));
    }

    @Test
    void whatIsCopiedBeforeTheKeyIsDestroyedCannotBeReadAfterwards() throws IOException {
        List<BlobRef> ofAna = seal(ana);
        byte[] text = vault(null).sealText(ana, "test", "Ana");
        List<byte[]> copies = new ArrayList<>();
        for (BlobRef blob : ofAna) {
            copies.add(Files.readAllBytes(fileOf(blob)));
        }

        vault(null).forget(ana);
        assertNothingReadable(ofAna, text, BlobGone.class);

        vault(null).seal(ana, InputStream.nullInputStream());
        vault(null).secret(ana, "test"); // new keys
        for (int i = 0; i < BLOBS; i++) {
            Files.write(fileOf(ofAna.get(i)), copies.get(i));
        }
        assertNothingReadable(ofAna, text, SealBroken.class);
    }

    @Test
    void nobodyDeletesABlobOfAnothers() throws IOException {
        BlobRef blob = seal(ana).get(0);

        vault(null).delete(rui, blob);

        assertReadable(ana, List.of(blob));
    }

    @Test
    void keysThatAreMadeRenewedAndDestroyedAreOnRecord() throws IOException {
        seal(ana);
        ownerRotation().rotate(ana, (done, all) -> {});
        vault(null).forget(ana);

        assertThat(audit.of(ana, ana.value()))
                .extracting(Deed::action)
                .containsExactly("key.made", "key.renewed", "key.destroyed");
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused() throws IOException {
        vault(null);
        Files.setPosixFilePermissions(folder.resolve("keys/master.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(MasterKeyExposed.class).isThrownBy(() -> vault(null));
    }

    private void assertNothingReadable(List<BlobRef> blobs, byte[] text, Class<? extends RuntimeException> refusal)
            throws IOException {
        for (BlobRef blob : blobs) {
            assertThatExceptionOfType(refusal).isThrownBy(() -> read(vault(null), ana, blob));
        }
        assertThatExceptionOfType(refusal).isThrownBy(() -> vault(null).openText(ana, "test", text));
    }

    private List<BlobRef> seal(OwnerId owner) throws IOException {
        return seal(owner, new VaultSettings(null, null, null));
    }

    private List<BlobRef> seal(OwnerId owner, VaultSettings settings) throws IOException {
        List<BlobRef> sealed = new ArrayList<>();
        for (int i = 0; i < BLOBS; i++) {
            sealed.add(vault(settings).seal(owner, new ByteArrayInputStream(content(i))));
        }
        return sealed;
    }

    private void assertReadable(OwnerId owner, List<BlobRef> blobs) throws IOException {
        assertReadable(owner, blobs, new VaultSettings(null, null, null));
    }

    private void assertReadable(OwnerId owner, List<BlobRef> blobs, VaultSettings settings) throws IOException {
        for (int i = 0; i < blobs.size(); i++) {
            assertThat(read(vault(settings), owner, blobs.get(i))).isEqualTo(content(i));
        }
    }

    private static byte[] read(Vault vault, OwnerId owner, BlobRef blob) throws IOException {
        try (InputStream plain = vault.open(owner, blob)) {
            return plain.readAllBytes();
        }
    }

    private int generation(BlobRef blob) {
        try (SealedBlob sealed = SealedBlob.of(blob, store.read(blob).orElseThrow())) {
            return sealed.generation();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dieAt(long done, long at) {
        if (done == at) {
            throw new IllegalStateException("the plug was pulled");
        }
    }

    private static byte[] content(int i) {
        return ("blob " + i).repeat(1 + i * 50_000).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private Vault vault(@Nullable VaultSettings settings) throws IOException {
        return new Vault(keys(settings), blobs, store);
    }

    private OwnerKeys keys(@Nullable VaultSettings settings) throws IOException {
        return new VaultConfiguration().ownerKeys(finder(settings), rows, new MockEnvironment());
    }

    private MasterKeyFinder finder(@Nullable VaultSettings settings) {
        return new MasterKeyFinder(new Home(folder), settings == null ? new VaultSettings(null, null, null) : settings);
    }

    private MasterRotation masterRotation(@Nullable VaultSettings settings) {
        return new MasterRotation(finder(settings), rows);
    }

    private OwnerRotation ownerRotation() throws IOException {
        return new OwnerRotation(keys(null), rows, blobs);
    }

    private Path fileOf(BlobRef blob) {
        String name = blob.id().toString();
        return home.folder().resolve("vault").resolve(name.substring(0, 2)).resolve(name);
    }
}
