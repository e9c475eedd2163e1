package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatCannotBeWrittenLeavesNoDraft() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("mark"));
        Files.createFile(taken.resolve("in-it"));

        assertThatIOException().isThrownBy(() -> PrivateFiles.write(taken, new byte[10]));

        assertThat(folder).isDirectoryContaining(taken::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }
}
