package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import br.com.redcheck.dicom.UnreadableDicom.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real files of many makers, among them broken and hostile ones. */
class DicomFolderTest {
    @Test
    void everyFileIsReadAndWrittenBackOrRefusedByName() throws IOException {
        Map<String, Reason> refused = new TreeMap<>();
        List<Path> files = files();
        for (Path file : files) {
            try {
                DicomObject object = Phi.object(file);
                DicomObject again = Phi.object(Phi.bytes(object));

                assertThat(again.transferSyntax()).as(file.toString()).isEqualTo(object.transferSyntax());
                assertThat(again.dataSet().equals(object.dataSet()))
                        .as(file.toString())
                        .isTrue();
            } catch (UnreadableDicom refusal) {
                refused.put(String.valueOf(file.getFileName()), refusal.reason());
            }
        }

        assertThat(files).hasSizeGreaterThan(300);
        assertThat(refused)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "fodicom__GH179A.dcm", Reason.TRUNCATED,
                        "fodicom__GH626.dcm",
                                Reason.TRUNCATED, // a private length is wrong, and what follows cannot be found
                        "pydicom__MR_truncated.dcm", Reason.TRUNCATED,
                        "pydicom__rtplan_truncated.dcm", Reason.TRUNCATED,
                        "pydicom__no_meta.dcm", Reason.NOT_DICOM, // a stray byte stands before the data set
                        "orthanctests__2026-05-06-Deeply-Nested-Sequence.dcm", Reason.TOO_DEEP));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(SharedData.folder().resolve("dicom"))) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }
}
