package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import br.com.redcheck.platform.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes every file of {@code data/dicom/pixels.csv} and compares with what pydicom 2.3 with GDCM gave. */
class PixelCorpusTest {
    private static final String NOT_CLAIMED = "a format without decoder";

    @Test
    void everyFileDecodesToTheReferenceSaveTheListedOnes() throws IOException {
        Path folder = SharedData.folder().resolve("dicom");
        Map<String, String> found = new TreeMap<>();
        PixelReference.in(folder).forEach((file, expected) -> {
            String difference = difference(folder.resolve(file), expected);
            if (!difference.isEmpty()) {
                found.put(file, difference);
            }
        });
        // The rest is JPEG of 12 bit, refused by name; were one of ours among them, the number would tell.
        assertThat(found.values().stream().filter(NOT_CLAIMED::equals)).hasSize(7);
        found.values().removeIf(NOT_CLAIMED::equals);
        Files.writeString(Path.of("target/pixels-differences.md"), table(found));
        assertThat(found.keySet()).isEqualTo(known().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"46341", "65535"})
    void anAbsurdSizeIsRefused(String size) throws IOException {
        Path folder = SharedData.folder().resolve("dicom/hostile");
        DicomObject object = Phi.object(folder.resolve("orthanctests__2026-05-26-oob-monochrome-" + size + ".dcm"));
        PixelDataTest.refused(UnreadablePixels.Reason.TOO_LARGE, () -> PixelData.of(object, DicomLimits.defaults()));
    }

    @ParameterizedTest
    @CsvSource({
        "pydicom__SC_rgb_small_odd_big_endian.dcm, pydicom__SC_rgb_small_odd.dcm",
        "pydicom-data__OBXXXX1A_expb.dcm, pydicom-data__OBXXXX1A_rle.dcm",
        "pydicom-data__OBXXXX1A_expb_2frame.dcm, pydicom-data__OBXXXX1A_2frame.dcm"
    })
    void eightBitBigEndianWordsGiveTheSamePictureAsTheirTwin(String bigEndian, String twin) throws IOException {
        Path folder = SharedData.folder().resolve("dicom/other_image");
        DicomLimits limits = DicomLimits.defaults();
        PixelData pixels = PixelData.of(Phi.object(folder.resolve(bigEndian)), limits);
        PixelData same = PixelData.of(Phi.object(folder.resolve(twin)), limits);
        assertThat(pixels.frame(0).samples()).isEqualTo(same.frame(0).samples());
    }

    private static String difference(Path file, PixelReference expected) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            DicomObject object = DicomObject.read(in, DicomLimits.defaults());
            return expected.difference(PixelData.of(object, DicomLimits.defaults()));
        } catch (UnreadablePixels refusal) {
            return refusal.reason() == UnreadablePixels.Reason.UNSUPPORTED
                    ? NOT_CLAIMED
                    : refusal.reason() + " " + refusal.arguments();
        } catch (Refusal refusal) {
            return refusal.key().replaceFirst("refusal\\.", "") + " " + refusal.arguments();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The file and, for each, why it differs. */
    private static Map<String, String> known() throws IOException {
        try (InputStream in = PixelCorpusTest.class.getResourceAsStream("/dicom/pixels-differences.md")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .map(line -> line.split(" ?\\| ?"))
                    .collect(Collectors.toMap(cells -> cells[1], cells -> cells[2]));
        }
    }

    private static String table(Map<String, String> differences) {
        return differences.entrySet().stream()
                .map(e -> "| %s | %s |\n".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining("", "| file | difference |\n| --- | --- |\n", ""));
    }
}
