package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import br.com.redcheck.platform.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        try (Stream<String> rows = Files.lines(folder.resolve("pixels.csv")).skip(1)) {
            rows.map(Expected::parse).forEach(expected -> {
                String difference = difference(folder, expected);
                if (!difference.isEmpty()) {
                    found.put(expected.file(), difference);
                }
            });
        }
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

    private static String difference(Path folder, Expected expected) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(expected.file())))) {
            DicomObject object = DicomObject.read(in, DicomLimits.defaults());
            return expected.difference(Actual.of(PixelData.of(object, DicomLimits.defaults()), expected.width()));
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

    /** A row of the reference. */
    private record Expected(String file, String type, long min, long max, double sum, String sha256, boolean exact) {
        static Expected parse(String row) {
            String[] cells = row.split(",", -1);
            return new Expected(
                    cells[0],
                    cells[2],
                    (long) Double.parseDouble(cells[3]),
                    (long) Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    cells[6],
                    cells[7].equals("exact"));
        }

        int width() {
            return Integer.parseInt(type.replaceAll("\\D", "")) / 8;
        }

        String limits() {
            return "min %d max %d sum %.0f".formatted(min, max, sum);
        }

        String difference(Actual actual) {
            if (exact) {
                return actual.sha256().equals(sha256) ? "" : "other samples: " + actual + ", not " + limits();
            }
            boolean close = Math.abs(actual.min() - min) <= 2
                    && Math.abs(actual.max() - max) <= 2
                    && Math.abs(actual.sum() - sum) <= 0.002 * Math.abs(sum) + 0.05 * actual.count();
            return close ? "" : "beyond tolerance: " + actual + ", not " + limits();
        }
    }

    /** The same of what we decode. */
    private record Actual(long min, long max, double sum, long count, String sha256) {
        static Actual of(PixelData pixels, int width) {
            MessageDigest digest = sha256Digest();
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            double sum = 0;
            long count = 0;
            for (int frame = 0; frame < pixels.frames(); frame++) {
                int[] samples = pixels.frame(frame).samples();
                digest.update(bytes(samples, width));
                for (int sample : samples) {
                    long value = pixels.signed() ? sample : Integer.toUnsignedLong(sample);
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                    sum += value;
                }
                count += samples.length;
            }
            return new Actual(min, max, sum, count, HexFormat.of().formatHex(digest.digest()));
        }

        private static byte[] bytes(int[] samples, int width) {
            ByteBuffer out = ByteBuffer.allocate(samples.length * width).order(ByteOrder.LITTLE_ENDIAN);
            for (int sample : samples) {
                switch (width) {
                    case 1 -> out.put((byte) sample);
                    case 2 -> out.putShort((short) sample);
                    default -> out.putInt(sample);
                }
            }
            return out.array();
        }

        private static MessageDigest sha256Digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "min %d max %d sum %.0f".formatted(min, max, sum);
        }
    }
}
