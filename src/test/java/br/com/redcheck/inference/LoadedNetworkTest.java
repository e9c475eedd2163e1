package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.InventedNetworks;
import br.com.redcheck.model.KerasFixtures;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.TrainedNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Keras computes, we compute. */
class LoadedNetworkTest {
    private static final double TOLERANCE = 1e-4;
    private static final Shape INPUT = Shape.of(170, 256, 3);
    private final Engine engine = new Engine();

    @ParameterizedTest
    @MethodSource("br.com.redcheck.model.KerasFixtures#cases")
    void aNetworkGivesWhatKerasGives(KerasFixtures.Case fixture) throws IOException {
        TrainedNetwork trained = fixture.read();
        boolean isVgg16 = trained.layer("block5_conv3").isPresent();
        LoadedNetwork network =
                isVgg16 ? LoadedNetwork.of(engine, trained, "block5_conv3") : LoadedNetwork.of(engine, trained);

        List<LoadedNetwork.Pass> passes = network.read(pictures());

        for (int i = 0; i < passes.size(); i++) {
            assertThat(passes.get(i).probabilities())
                    .containsExactly(numbers(fixture.expected().path("softmax").get(i)), within(TOLERANCE));
        }
        JsonNode mean = fixture.expected().path("block5_conv3_mean_abs");
        if (mean.isNumber()) {
            assertThat(meanOf(passes)).isCloseTo(mean.doubleValue(), within(TOLERANCE));
        }
        JsonNode rows = fixture.expected().path("cam_class1_first_image");
        Optional<Cam> cam =
                network.cam(passes.get(0), 1 % trained.answer().output().channels());
        if (rows.isArray()) {
            for (int y = 0; y < rows.size(); y++) {
                assertThat(widened(cam.orElseThrow().rows()[y]))
                        .containsExactly(numbers(rows.get(y)), within(TOLERANCE));
            }
        }
    }

    @Test
    void aPictureReadAloneOrAmongOthersIsReadAlike() throws IOException {
        LoadedNetwork network = LoadedNetwork.of(
                engine, KerasFixtures.named("keras2_sequential.h5").read());
        List<Picture> pictures = pictures();

        double[] together = network.read(pictures).get(1).probabilities();
        double[] alone = network.read(pictures.subList(1, 2)).get(0).probabilities();

        assertThat(alone).containsExactly(together, within(1e-6));
    }

    @Test
    void aMapOverTheFirstLayerIsAMapLikeOthers() {
        TrainedNetwork shallow = InventedNetworks.of("""
                {"class_name": "Sequential", "config": {"layers": [
                 {"class_name": "InputLayer", "config": {"name": "in", "batch_input_shape": [null, 170, 256, 3]}},
                 {"class_name": "Conv2D", "config": {"name": "first", "filters": 4, "kernel_size": [3, 3]}},
                 {"class_name": "GlobalAveragePooling2D", "config": {"name": "gap"}},
                 {"class_name": "Dense", "config": {"name": "answer", "units": 2, "activation": "softmax"}}]}}""");
        LoadedNetwork network = LoadedNetwork.of(engine, shallow);

        Optional<Cam> cam =
                network.cam(network.read(List.of(TrialPicture.of(INPUT, 1))).get(0), 1);

        assertThat(cam.orElseThrow().rows().length).isEqualTo(168);
    }

    @Test
    void manyMayReadWithOneNetworkAtOnce() throws IOException {
        LoadedNetwork network = LoadedNetwork.of(
                engine, KerasFixtures.named("keras2_sequential.h5").read());
        List<Picture> pictures = pictures();
        double alone = network.read(pictures).get(0).probabilities()[1];

        assertThat(IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> network.read(pictures.subList(0, 1 + i % 2)))
                        .map(passes -> passes.get(0).probabilities()[1]))
                .hasSize(40)
                .allSatisfy(suspected -> assertThat(suspected).isCloseTo(alone, within(1e-6)));
    }

    private static double meanOf(List<LoadedNetwork.Pass> passes) {
        return passes.stream()
                .flatMap(pass -> IntStream.range(0, pass.activations().length)
                        .mapToObj(i -> (double) Math.abs(pass.activations()[i])))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    private static List<Picture> pictures() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(KerasFixtures.FOLDER.resolve("input.f32")))
                .order(ByteOrder.LITTLE_ENDIAN);
        List<Picture> pictures = new ArrayList<>();
        while (bytes.hasRemaining()) {
            float[] values = new float[(int) INPUT.values()];
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + values.length * Float.BYTES);
            pictures.add(new Picture(INPUT, values));
        }
        return pictures;
    }
}
