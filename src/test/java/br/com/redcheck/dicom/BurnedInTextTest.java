package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BurnedInTextTest {
    /** Around a line of text, the pixels that may be covered with it. */
    private static final int AROUND = 8;

    @Test
    void everyLegibleLineBecomesUnreadableAndTheFilmStays() throws IOException {
        assertClean(Phi.FOLDER);
    }

    @Test
    void everyLegibleLineOfTheSharedFilmsBecomesUnreadableAndTheFilmsStay() throws IOException {
        assertClean(SharedData.folder().resolve("phi"));
    }

    @Test
    void whatTheHeaderSaysOfBurnedInTextIsNotAsked() throws IOException {
        DicomObject object = Phi.object("phi_11.dcm");
        List<Mask> found = find(object);
        for (String word : List.of("YES", "NO")) {
            object.dataSet().putString(Tag.BURNED_IN_ANNOTATION, Vr.CS, word);

            assertThat(find(object)).isEqualTo(found).isNotEmpty();
        }
    }

    @Test
    void noTableOfTheHeaderHidesText() throws IOException {
        DicomObject object = Phi.object("phi_11.dcm");
        List<Mask> found = find(object);
        object.dataSet().putString(Tag.RESCALE_SLOPE, Vr.DS, "0");
        object.dataSet().putShorts(Tag.PIXEL_PADDING_VALUE, Vr.US, 235);

        assertThat(find(object)).isEqualTo(found).isNotEmpty();
    }

    @Test
    void slicesWithoutTextAreLeftAlone() throws IOException {
        try (ZipFile zip = new ZipFile(Phi.FOLDER.resolve("ct_series_02.zip").toFile())) {
            for (ZipEntry slice : zip.stream().toList()) {
                DicomObject object = DicomObject.read(zip.getInputStream(slice), DicomLimits.defaults());

                assertThat(find(object)).as(slice.getName()).isEmpty();
            }
        }
    }

    private static List<Mask> find(DicomObject object) {
        return BurnedInText.find(PixelData.of(object, DicomLimits.defaults()));
    }

    private static void assertClean(Path folder) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode entry :
                JsonMapper.shared().readTree(folder.resolve("answer_key.json").toFile())) {
            if (entry.get("transfer_syntax").asString().startsWith("JPEG-LS")) {
                continue; // no decoder yet
            }
            String file = entry.get("file").asString();
            PixelData pixels = PixelData.of(Phi.object(folder.resolve("dx").resolve(file)), DicomLimits.defaults());
            BitSet covered = new BitSet();
            BurnedInText.find(pixels).forEach(mask -> fill(covered, pixels, mask));
            for (JsonNode line : legible(entry)) {
                double left = correlation(pixels, covered, ink(folder, entry, line));
                softly.assertThat(Math.abs(left))
                        .as("%s: %s", file, line.get("rect_xywh"))
                        .isLessThan(0.1);
            }
            legible(entry).forEach(line -> clear(covered, pixels, line.get("rect_xywh")));
            double part = (double) covered.cardinality() / (pixels.rows() * pixels.columns());
            softly.assertThat(part)
                    .as("%s: part of the film that is covered without need", file)
                    .isLessThan(0.01);
        }
        softly.assertAll();
    }

    private static List<JsonNode> legible(JsonNode entry) {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode line : entry.path("burned_in_text")) {
            if (line.get("legible").asBoolean()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void fill(BitSet pixelsOfFrame, PixelData pixels, Mask mask) {
        for (int y = mask.y(); y < mask.y() + mask.height(); y++) {
            int row = y * pixels.columns();
            pixelsOfFrame.set(row + mask.x(), row + mask.x() + mask.width());
        }
    }

    private static void clear(BitSet covered, PixelData pixels, JsonNode rectangle) {
        int left = Math.max(0, rectangle.get(0).asInt() - AROUND);
        int right = Math.min(
                pixels.columns(), rectangle.get(0).asInt() + rectangle.get(2).asInt() + AROUND);
        int top = Math.max(0, rectangle.get(1).asInt() - AROUND);
        int bottom = Math.min(
                pixels.rows(), rectangle.get(1).asInt() + rectangle.get(3).asInt() + AROUND);
        for (int y = top; y < bottom; y++) {
            covered.clear(y * pixels.columns() + left, y * pixels.columns() + right);
        }
    }

    /** The pixels of the letters of one line. */
    private static BitSet ink(Path folder, JsonNode entry, JsonNode line) throws IOException {
        BufferedImage mask = ImageIO.read(
                Files.newInputStream(folder.resolve(entry.get("text_mask").asString())));
        JsonNode rectangle = line.get("rect_xywh");
        BitSet ink = new BitSet();
        for (int y = 0; y < rectangle.get(3).asInt(); y++) {
            for (int x = 0; x < rectangle.get(2).asInt(); x++) {
                int column = rectangle.get(0).asInt() + x;
                int row = rectangle.get(1).asInt() + y;
                ink.set(row * mask.getWidth() + column, mask.getRaster().getSample(column, row, 0) != 0);
            }
        }
        assertThat(ink.isEmpty()).isFalse();
        return ink;
    }

    /** How far the samples that are left tell the original ones, from 0 to 1. */
    private static double correlation(PixelData pixels, BitSet covered, BitSet ink) {
        int[] samples = pixels.frame(0).samples();
        double[] before = ink.stream().mapToDouble(i -> samples[i]).toArray();
        double[] after =
                ink.stream().mapToDouble(i -> covered.get(i) ? 0 : samples[i]).toArray();
        double spread = Math.sqrt(covariance(before, before) * covariance(after, after));
        return spread == 0 ? 0 : covariance(before, after) / spread;
    }

    private static double covariance(double[] a, double[] b) {
        double meanOfA = Arrays.stream(a).average().orElseThrow();
        double meanOfB = Arrays.stream(b).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanOfA) * (b[i] - meanOfB);
        }
        return sum;
    }
}
