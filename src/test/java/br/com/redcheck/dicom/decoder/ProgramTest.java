package br.com.redcheck.dicom.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ProgramTest {
    @Test
    void platformsAreCalledAsTheArchivesAre() {
        assertThat(Program.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(Program.platform("Linux", "aarch64")).isEqualTo("linux-arm64");
        assertThat(Program.platform("Mac OS X", "x86_64")).isEqualTo("macosx-x86_64");
        assertThat(Program.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
    }

    @Test
    void aProgramThatWasSweptAwayIsUnpackedAgain() throws IOException {
        Program first = Program.installed().orElseThrow();
        assertThat(Program.installed()).contains(first);

        Files.delete(first.executable());

        assertThat(Program.installed().orElseThrow().executable()).isExecutable();
    }
}
