package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Films with planted identifiers, cleaned whole and held against the key that says what was planted where: in the header, in the bytes
 * around it, in the compressed stream, in the pixels.
 */
class PlantedIdentityTest {
    private static final int MARGIN = 8;
    private static final double UNREADABLE = 0.1;
    private static final double CHANGED_ELSEWHERE = 0.01;

    private final Deidentifier deidentifier =
            new Deidentifier("a key for tests only".getBytes(StandardCharsets.UTF_8), DeidentificationOption.ALL);

    @Test
    void nothingThatWasPlantedIsLeft() throws IOException {
        assertThat(complaints(Phi.FOLDER)).isEmpty();
    }

    @Test
    void nothingThatWasPlantedIsLeftInTheSharedData() throws IOException {
        assertThat(complaints(SharedData.folder().resolve("phi"))).isEmpty();
    }

    private List<String> complaints(Path folder) throws IOException {
        List<String> complaints = new ArrayList<>();
        for (JsonNode film :
                JsonMapper.shared().readTree(folder.resolve("answer_key.json").toFile())) {
            String name = film.get("file").asString();
            DicomObject original = Phi.object(folder.resolve("dx").resolve(name));
            Cleaned cleaned = Cleaned.of(
                    deidentifier, original, deidentifier.deidentified(original), List.of(), DicomLimits.defaults());
            cleaned.leaks().forEach(leak -> complaints.add(name + " is held back: " + leak));
            leftInBytes(film, cleaned.object()).forEach(left -> complaints.add(name + " still holds " + left));
            int[] before =
                    PixelData.of(original, DicomLimits.defaults()).frame(0).samples();
            Frame after = PixelData.of(cleaned.object(), DicomLimits.defaults()).frame(0);
            legible(film, folder, before, after).forEach(text -> complaints.add(name + " still shows " + text));
            double changed = changedElsewhere(film, before, after);
            if (changed > CHANGED_ELSEWHERE) {
                complaints.add(name + " lost " + changed + " of what is no text");
            }
        }
        return complaints;
    }

    /** An object that was deflated is written inflated, so that its bytes can be searched. */
    private static List<String> leftInBytes(JsonNode film, DicomObject cleaned) throws IOException {
        DicomObject plain = cleaned.transferSyntax().deflated()
                ? new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, cleaned.dataSet())
                : cleaned;
        String bytes = new String(Phi.bytes(plain), StandardCharsets.ISO_8859_1);
        List<String> left = new ArrayList<>();
        for (JsonNode searched : film.get("search_strings")) {
            if (searched.get("policy").asString().equals("remove")) {
                String value = searched.get("text").asString();
                for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
                    if (bytes.contains(new String(value.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                        left.add(value);
                    }
                }
            }
        }
        return left;
    }

    /** Legible texts whose letters, after cleaning, still go with what they were before. */
    private static List<String> legible(JsonNode film, Path folder, int[] before, Frame after) throws IOException {
        List<String> legible = new ArrayList<>();
        for (JsonNode text : film.get("burned_in_text")) {
            if (text.get("legible").asBoolean()) {
                BufferedImage letters = ImageIO.read(
                        folder.resolve(film.get("text_mask").asString()).toFile());
                int[] places = places(text.get("rect_xywh"), after);
                int[] drawn = IntStream.of(places)
                        .filter(i -> letters.getRaster().getSample(i % after.columns(), i / after.columns(), 0) != 0)
                        .toArray();
                if (Math.abs(correlation(at(drawn, before), at(drawn, after.samples()))) >= UNREADABLE) {
                    legible.add(text.get("rect_xywh").toString());
                }
            }
        }
        return legible;
    }

    private static int[] places(JsonNode rectangle, Frame frame) {
        return IntStream.range(0, frame.rows() * frame.columns())
                .filter(i -> within(rectangle, i % frame.columns(), i / frame.columns(), 0))
                .toArray();
    }

    private static boolean within(JsonNode rectangle, int x, int y, int margin) {
        int left = rectangle.get(0).asInt() - margin;
        int top = rectangle.get(1).asInt() - margin;
        return x >= left
                && y >= top
                && x < left + rectangle.get(2).asInt() + 2 * margin
                && y < top + rectangle.get(3).asInt() + 2 * margin;
    }

    private static double changedElsewhere(JsonNode film, int[] before, Frame after) {
        long changed = IntStream.range(0, before.length)
                .filter(i -> before[i] != after.samples()[i])
                .filter(i -> film.get("burned_in_text")
                        .valueStream()
                        .noneMatch(text ->
                                within(text.get("rect_xywh"), i % after.columns(), i / after.columns(), MARGIN)))
                .count();
        return (double) changed / before.length;
    }

    private static double[] at(int[] places, int[] samples) {
        return IntStream.of(places).mapToDouble(i -> samples[i]).toArray();
    }

    /** Pearson's; 0 where one of them does not vary: nothing goes with a constant. */
    private static double correlation(double[] one, double[] other) {
        double meanOfOne = IntStream.range(0, one.length)
                .mapToDouble(i -> one[i])
                .average()
                .orElse(0);
        double meanOfOther = IntStream.range(0, other.length)
                .mapToDouble(i -> other[i])
                .average()
                .orElse(0);
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOfOne) * (other[i] - meanOfOther);
            first += (one[i] - meanOfOne) * (one[i] - meanOfOne);
            second += (other[i] - meanOfOther) * (other[i] - meanOfOther);
        }
        return first == 0 || second == 0 ? 0 : both / Math.sqrt(first * second);
    }
}
