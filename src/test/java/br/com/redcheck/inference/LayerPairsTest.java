package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.InventedNetworks;
import br.com.redcheck.model.KerasFixtures;
import br.com.redcheck.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each type of layer behind each other one, in both computations, gives what Keras gives; sizes are odd, so that windows reach over
 * edges.
 */
class LayerPairsTest {
    private static final Engine ENGINE = new Engine();
    private static final double TOLERANCE = 1e-4;
    private static final Set<String> MERGING =
            Set.of("Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract");
    private static final JsonNode KERAS = new JsonMapper().readTree(KerasFixtures.FOLDER.resolve("pairs/pairs.json"));

    @AfterAll
    static void rest() {
        ENGINE.close();
    }

    static IntStream layers() {
        return IntStream.range(0, KERAS.path("layers").size());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerBehindItGivesWhatKerasGives(int first) {
        layers().forEach(second -> {
            JsonNode one = KERAS.path("layers").path(first);
            JsonNode other = KERAS.path("layers").path(second);
            TrainedNetwork network = InventedNetworks.of(network(one, other));
            double[] expected = KERAS.path("answers")
                    .path(first)
                    .path(second)
                    .valueStream()
                    .mapToDouble(JsonNode::doubleValue)
                    .toArray();

            gives(network, expected, one + " before " + other);
        });
    }

    /** A picture alone, one of several, and by the plain computation. */
    private static void gives(TrainedNetwork network, double[] expected, String pair) {
        Picture picture = TrialPicture.of(network.input(), 1);
        LoadedNetwork loaded = LoadedNetwork.of(ENGINE, network);
        double[] alone = loaded.read(List.of(picture)).get(0).probabilities();
        double[] third = loaded.read(List.of(picture, picture, picture)).get(2).probabilities();
        float[] plain = new PlainNetwork(network).answer(picture);

        for (int i = 0; i < expected.length; i++) {
            double tolerance = TOLERANCE * Math.max(1, Math.abs(expected[i]));
            assertThat(alone[i]).describedAs(pair).isCloseTo(expected[i], within(tolerance));
            assertThat(third[i]).describedAs(pair).isCloseTo(expected[i], within(tolerance));
            assertThat((double) plain[i]).describedAs(pair).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static String network(JsonNode first, JsonNode second) {
        List<String> layers = new ArrayList<>();
        layers.add("""
                {"class_name":"InputLayer","config":{"name":"in","batch_input_shape":[null,13,11,5]},"inbound_nodes":[]}""");
        add(layers, "first", first, "in");
        add(layers, "second", second, "first");
        layers.add(layer("flat", "Flatten", "{}", "second"));
        layers.add(layer("answer", "Dense", "{\"units\":3}", "flat"));
        return """
                {"class_name":"Functional","config":{"layers":[%s],"input_layers":[["in",0,0]],"output_layers":[["answer",0,0]]}}""".formatted(String.join(",", layers));
    }

    /** Where branches meet, one of them comes through another layer. */
    private static void add(List<String> layers, String name, JsonNode said, String before) {
        String type = said.path("class_name").stringValue();
        String settings = said.path("config").toString();
        if (MERGING.contains(type)) {
            layers.add(layer(name + "-aside", "Activation", "{\"activation\":\"tanh\"}", before));
            layers.add(layer(name, type, settings, before, name + "-aside"));
        } else {
            layers.add(layer(name, type, settings, before));
        }
    }

    private static String layer(String name, String type, String settings, String... inputs) {
        List<String> histories =
                Stream.of(inputs).map(input -> "[\"" + input + "\",0,0,{}]").toList();
        return """
                {"class_name":"%s","name":"%s","config":%s,"inbound_nodes":[[%s]]}""".formatted(type, name, settings, String.join(",", histories));
    }
}
