package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A database has one store, and knows it again. */
@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({VaultConfiguration.class, AuditLog.class, VaultIT.Time.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class StoreMarkIT {
    @Autowired
    Vault vault;

    @Autowired
    BlobRows blobs;

    @Autowired
    OwnerKeys keys;

    @Autowired
    StoreRows rows;

    @Autowired
    StoreMark mark;

    @Autowired
    Home home;

    @Autowired
    EveryRow everyRow;

    @TempDir
    Path elsewhere;

    private final OwnerId ana = OwnerId.random();
    private Path file;
    private String right = "";
    private BlobRef blob = BlobRef.random();

    @BeforeEach
    void sealOne() throws IOException {
        file = home.folder().resolve("vault").resolve("store-id");
        right = Files.readString(file);
        blob = seal();
    }

    @AfterEach
    void restore() throws IOException {
        Files.writeString(file, right);
        bind(right);
    }

    @Test
    void anotherInstancesOwnFolderIsNotTheStoreOfThisDatabase() throws IOException {
        FolderBlobStore other = new FolderBlobStore(elsewhere);

        StoreMark second = new StoreMark(other, rows);

        assertThat(second.state()).isEqualTo(StoreMark.State.WITHOUT_MARK);
        assertThat(second.bound()).hasToString("Optional[" + right + "]");
        assertThat(mark.fits()).isTrue();
        assertThatExceptionOfType(StoreAway.class)
                .isThrownBy(() -> new OwnBlobStore(other, second).draft(BlobRef.random()));
        assertThat(elsewhere).isDirectoryContaining(path -> path.endsWith("drafts"));
        assertThat(elsewhere.toFile().list()).hasSize(1);
    }

    @Test
    void inAnotherStoreNothingIsSealedMissedOrForgotten() throws IOException {
        for (String wrong : new String[] {UUID.randomUUID().toString(), "", "x"}) {
            Files.writeString(file, wrong);

            assertThat(mark.fits()).as(wrong).isFalse();
            assertThatExceptionOfType(StoreAway.class).isThrownBy(this::seal);
            assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> vault.open(ana, BlobRef.random()));
        }
        Files.writeString(file, UUID.randomUUID().toString());
        Files.delete(fileOf(blob));
        everyRow.sql("update vault_blob set begun_at = now() - interval '2 days' where id = ?")
                .param(blob.id())
                .update();
        BlobKey key = keys.enter(ana, BlobRef.random());

        assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> blobs.reseal(ana, blob, keys, key));

        assertThat(blobs.names(ana, blob)).isTrue();
    }

    @Test
    void aDatabaseThatNamesBlobsTakesNoStoreThatHasNoneOfThem() throws IOException {
        everyRow.sql("delete from blob_store").update();
        FolderBlobStore empty = new FolderBlobStore(elsewhere);

        assertThat(new StoreMark(empty, rows).fits()).isFalse();
        assertThat(empty.mark()).isEmpty();
        assertThat(rows.bound()).isEmpty();

        mark.look();
        assertThat(mark.fits()).isTrue();
        assertThat(Files.readString(file)).as("known by the mark it has").isEqualTo(right);
    }

    @Test
    void aDatabaseThatNamesNothingTakesTheFirstStoreItSees() throws IOException {
        everyRow.sql("delete from vault_blob").update();
        everyRow.sql("delete from blob_store").update();
        FolderBlobStore first = new FolderBlobStore(elsewhere);

        assertThat(new StoreMark(first, rows).fits()).isTrue();

        assertThat(first.mark()).isEqualTo(rows.bound()).isPresent();
        mark.look();
        assertThat(mark.fits()).isFalse();
    }

    private void bind(String id) {
        everyRow.sql("delete from blob_store").update();
        everyRow.sql("insert into blob_store (id) values (?::uuid)").param(id).update();
        mark.look();
    }

    private BlobRef seal() throws IOException {
        return vault.seal(ana, new ByteArrayInputStream(new byte[10]));
    }

    private Path fileOf(BlobRef blob) {
        String name = blob.id().toString();
        return home.folder().resolve("vault").resolve(name.substring(0, 2)).resolve(name);
    }
}
