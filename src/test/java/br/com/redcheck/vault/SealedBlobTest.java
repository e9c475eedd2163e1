package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs that older versions have sealed open for ever. */
class SealedBlobTest {
    private static final int GENERATION = 7;
    private static final int OLDER_SEGMENT = 1 << 20;

    @TempDir
    Path folder;

    private final OwnerKey key = new OwnerKey(new byte[OwnerKey.BYTES]);
    private final BlobRef blob = BlobRef.random();
    private final byte[] plain = new byte[3 * OLDER_SEGMENT];

    @BeforeEach
    void fill() {
        new Random(5).nextBytes(plain);
    }

    @Test
    void whatIsSealedTodayOpens() throws IOException {
        Path file = folder.resolve("today");
        try (OutputStream sealed =
                SealedBlob.sealing(Files.newOutputStream(file), new BlobKey(GENERATION, key), blob)) {
            sealed.write(plain);
        }

        assertOpens(file, GENERATION);
    }

    @Test
    void segmentsOfAMebibyteOpen() throws IOException {
        Path file = folder.resolve("older");
        Files.write(
                file,
                older(ByteBuffer.allocate(5).put((byte) 1).putInt(GENERATION).array()));

        assertOpens(file, GENERATION);
    }

    @Test
    void theCiphersBytesAloneOpen() throws IOException {
        Path file = folder.resolve("oldest");
        Files.write(file, older(new byte[0]));

        assertOpens(file, KeyRow.FIRST);
    }

    private void assertOpens(Path file, int generation) throws IOException {
        try (SealedBlob sealed = SealedBlob.of(blob, Files.newByteChannel(file));
                InputStream opened = sealed.open(key, blob)) {
            assertThat(sealed.generation()).isEqualTo(generation);
            assertThat(opened.readAllBytes()).isEqualTo(plain);
        }
    }

    private byte[] older(byte[] header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(header);
        try (OutputStream sealed = key.blobCipher(OLDER_SEGMENT).newEncryptingStream(bytes, Names.bytes(blob.id()))) {
            sealed.write(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
