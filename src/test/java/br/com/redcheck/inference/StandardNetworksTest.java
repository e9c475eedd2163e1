package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.KerasFixtures;
import br.com.redcheck.model.KerasLimits;
import br.com.redcheck.model.KerasReader;
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

/** Whole networks, on the picture that anybody can make, give what Keras gives. */
class StandardNetworksTest {
    private static final double TOLERANCE = 1e-4;
    private static final Path FOLDER = KerasFixtures.FOLDER.resolve("arch");

    @ParameterizedTest
    @MethodSource("networks")
    void aNetworkGivesWhatKerasGives(String file, JsonNode expected) throws IOException {
        TrainedNetwork network = new KerasReader(KerasLimits.defaults()).read(FOLDER.resolve(file));
        Picture picture =
                TrialPicture.of(network.input(), expected.path("input_scale").doubleValue());

        try (Engine engine = new Engine()) {
            double[] probabilities = LoadedNetwork.of(engine, network)
                    .read(List.of(picture))
                    .get(0)
                    .probabilities();

            double[] keras = StreamSupport.stream(expected.path("probabilities").spliterator(), false)
                    .mapToDouble(JsonNode::doubleValue)
                    .toArray();
            assertThat(probabilities).containsExactly(keras, within(TOLERANCE));
        }
    }

    static Stream<Arguments> networks() {
        return new JsonMapper()
                .readTree(FOLDER.resolve("expected.json")).properties().stream()
                        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }
}
