package br.com.redcheck.dicom.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    @TempDir
    private Path temporary;

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNext() throws IOException {
        Path withLock = left("covid-dicom-decoder1");
        Files.createFile(withLock.resolve("lock"));
        Path ofAnEarlierRelease = aged(left("covid-dicom-decoder2"));
        Path justBegun = left("covid-dicom-decoder3");
        Path somebodyElses = aged(left("another-program"));

        aged(withLock);
        Path ours = Unpacked.folder(temporary);

        assertThat(withLock).doesNotExist();
        assertThat(ofAnEarlierRelease).doesNotExist();
        assertThat(justBegun).exists();
        assertThat(somebodyElses).exists();
        assertThat(ours).isEmptyDirectory();
    }

    @Test
    void whatALivingProcessHoldsStays() throws IOException {
        Path living = Unpacked.folder(temporary);
        aged(living.resolveSibling("."));

        Unpacked.folder(temporary);

        assertThat(living).exists();
    }

    private Path left(String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(Files.createDirectory(folder.resolve("program")).resolve("ffmpeg"), "a program");
        return folder;
    }

    private static Path aged(Path folder) throws IOException {
        return Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}
