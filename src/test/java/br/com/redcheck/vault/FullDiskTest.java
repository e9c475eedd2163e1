package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import br.com.redcheck.platform.DiskFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk of one megabyte, which only root can make. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "it has no tmpfs")
class FullDiskTest {
    @TempDir
    Path disk;

    @Test
    void aFullDiskIsCalledSoAndKeepsNothingOfWhatDidNotFit() throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()))
                .as("may mount a disk")
                .isZero();
        try {
            FolderBlobStore store = new FolderBlobStore(disk);
            BlobRef blob = new BlobRef(UUID.randomUUID());

            assertThatExceptionOfType(DiskFull.class).isThrownBy(() -> {
                try (BlobStore.Draft draft = store.draft(blob)) {
                    draft.out().write(new byte[2 << 20]);
                    draft.keep();
                }
            });

            assertThat(store.read(blob)).isEmpty();
            try (Stream<Path> left = Files.walk(disk)) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            return 1;
        }
    }
}
