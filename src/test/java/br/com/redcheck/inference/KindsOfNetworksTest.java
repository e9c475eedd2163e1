package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.KerasFixtures;
import br.com.redcheck.model.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However a network is written, what Keras computes of it is computed here, and its map where one is defined. */
class KindsOfNetworksTest {
    private static final double TOLERANCE = 1e-4;
    private static final Path FOLDER = KerasFixtures.FOLDER.resolve("kinds");

    @ParameterizedTest
    @MethodSource("networks")
    void aNetworkGivesWhatKerasGives(String file, JsonNode expected) throws IOException {
        TrainedNetwork trained = KerasFixtures.packed(FOLDER.resolve(file + ".gz"));
        Picture picture =
                TrialPicture.of(trained.input(), expected.path("input_scale").doubleValue());

        try (Engine engine = new Engine()) {
            LoadedNetwork network = LoadedNetwork.of(engine, trained);
            LoadedNetwork.Pass pass = network.read(List.of(picture)).get(0);

            assertThat(pass.probabilities())
                    .containsExactly(numbers(expected.path("probabilities")), within(TOLERANCE));
            assertThat(network.cam(pass, 1 % pass.probabilities().length).isPresent())
                    .isEqualTo(expected.has("cam_class_1"));
            JsonNode rows = expected.path("cam_class_1");
            for (int y = 0; y < rows.size(); y++) {
                assertThat(wide(network.cam(pass, 1).orElseThrow().rows()[y]))
                        .containsExactly(numbers(rows.get(y)), within(TOLERANCE));
            }
            expected.path("cam_layer")
                    .asStringOpt()
                    .ifPresent(layer -> assertThat(trained.features()).contains(layer));
        }
    }

    static Stream<Arguments> networks() {
        return new JsonMapper()
                .readTree(FOLDER.resolve("expected.json")).properties().stream()
                        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static double[] wide(float[] row) {
        double[] wide = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            wide[i] = row[i];
        }
        return wide;
    }
}
