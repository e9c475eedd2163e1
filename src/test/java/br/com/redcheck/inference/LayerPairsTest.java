package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.InventedNetworks;
import br.com.redcheck.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each type of layer behind each other one gives what {@link PlainNetwork} computes, for a picture alone and for one of several. */
class LayerPairsTest {
    private static final Engine ENGINE = new Engine();
    private static final double TOLERANCE = 1e-4;

    /** Types of layers with what they do differently; sizes are odd, so that windows reach over edges. */
    static final List<String> LAYERS = List.of(
            "Conv2D {'filters':5,'kernel_size':[3,3],'strides':[1,1],'padding':'same','activation':'relu'}",
            "Conv2D {'filters':6,'kernel_size':[1,1],'strides':[1,1],'padding':'valid','use_bias':false}",
            "Conv2D {'filters':7,'kernel_size':[3,3],'strides':[2,2],'padding':'same','activation':'tanh'}",
            "Conv2D {'filters':4,'kernel_size':[3,2],'strides':[2,1],'padding':'valid','activation':'sigmoid'}",
            "SeparableConv2D {'filters':6,'kernel_size':[3,3],'strides':[1,1],'padding':'same','depth_multiplier':1,"
                    + "'use_bias':false}",
            "SeparableConv2D {'filters':5,'kernel_size':[3,3],'strides':[2,2],'padding':'same','depth_multiplier':2,"
                    + "'activation':'relu'}",
            "SeparableConv2D {'filters':5,'kernel_size':[2,3],'strides':[1,1],'padding':'valid','depth_multiplier':1}",
            "MaxPooling2D {'pool_size':[2,2],'strides':[2,2],'padding':'valid'}",
            "MaxPooling2D {'pool_size':[3,3],'strides':[2,2],'padding':'same'}",
            "AveragePooling2D {'pool_size':[2,2],'strides':[2,2],'padding':'valid'}",
            "AveragePooling2D {'pool_size':[3,3],'strides':[2,2],'padding':'same'}",
            "BatchNormalization {'epsilon':0.001}",
            "BatchNormalization {'epsilon':0.01,'center':false,'scale':false}",
            "Conv2D {'filters':6,'kernel_size':[3,3],'strides':[1,1],'padding':'same','dilation_rate':[2,1]}",
            "Conv2D {'filters':10,'kernel_size':[3,1],'strides':[1,1],'padding':'valid','activation':'hard_silu'}",
            "DepthwiseConv2D {'kernel_size':[3,3],'strides':[2,2],'padding':'same','depth_multiplier':2,'activation':'silu'}",
            "DepthwiseConv2D {'kernel_size':[2,3],'strides':[1,1],'padding':'valid','use_bias':false}",
            "Dense {'units':4,'activation':'relu6'}",
            "Rescaling {'scale':0.5,'offset':-1}",
            "Normalization {'axis':-1}",
            "ZeroPadding2D {'padding':[[0,1],[2,1]]}",
            "Cropping2D {'cropping':[[1,0],[0,2]]}",
            "ReLU {'max_value':0.5}",
            "Average {}",
            "Maximum {}",
            "Minimum {}",
            "Multiply {}",
            "Subtract {}",
            "Add {}",
            "Concatenate {}",
            "Dropout {'rate':0.5}",
            "ReLU {}",
            "Activation {'activation':'tanh'}",
            "Activation {'activation':'softmax'}",
            "Activation {'activation':'sigmoid'}");

    private final Random random = new Random(14);

    @AfterAll
    static void rest() {
        ENGINE.close();
    }

    @ParameterizedTest
    @FieldSource("LAYERS")
    void behindEveryOtherLayerItComputesTheSame(String layer) {
        for (String before : LAYERS) {
            for (String head : List.of("GlobalAveragePooling2D {}", "Flatten {}")) {
                isAsPlain(InventedNetworks.of(network(before, layer, head), random), before + " " + head);
            }
        }
    }

    private static void isAsPlain(TrainedNetwork network, String description) {
        Picture picture = TrialPicture.of(network.input(), 1);
        float[] plain = new PlainNetwork(network).answer(picture);
        LoadedNetwork loaded = LoadedNetwork.of(ENGINE, network);

        double[] alone = loaded.read(List.of(picture)).get(0).probabilities();
        double[] third = loaded.read(List.of(picture, picture, picture)).get(2).probabilities();

        for (int i = 0; i < plain.length; i++) {
            double tolerance = TOLERANCE * Math.max(1, Math.abs(plain[i]));
            assertThat(alone[i]).describedAs(description).isCloseTo(plain[i], within(tolerance));
            assertThat(third[i]).describedAs(description).isCloseTo(plain[i], within(tolerance));
        }
    }

    private static String network(String first, String second, String head) {
        List<String> layers = new ArrayList<>();
        layers.add("{'class_name':'InputLayer','name':'in','config':{'name':'in',"
                + "'batch_input_shape':[null,13,11,5]},'inbound_nodes':[]}");
        add(layers, "first", first, "in");
        add(layers, "second", second, "first");
        layers.add(layer("head", head, "second"));
        layers.add(layer("answer", "Dense {'units':3,'activation':'linear'}", "head"));
        return ("{'class_name':'Functional','config':{'name':'network','layers':[" + String.join(",", layers)
                        + "],'input_layers':[['in',0,0]],'output_layers':[['answer',0,0]]}}")
                .replace('\'', '"');
    }

    /** Where branches meet, one of them comes through another layer. */
    private static void add(List<String> layers, String name, String said, String before) {
        if (said.endsWith(" {}") && !said.startsWith("ReLU")) {
            layers.add(layer(name + "-aside", "Activation {'activation':'tanh'}", before));
            layers.add(layer(name, said, before, name + "-aside"));
        } else {
            layers.add(layer(name, said, before));
        }
    }

    private static String layer(String name, String said, String... inputs) {
        String type = said.substring(0, said.indexOf(' '));
        String settings = said.substring(said.indexOf(' ') + 2, said.length() - 1);
        String histories = String.join(
                ",", Stream.of(inputs).map(input -> "['" + input + "',0,0,{}]").toList());
        return "{'class_name':'%s','name':'%s','config':{'name':'%s'%s},'inbound_nodes':[[%s]]}"
                .formatted(type, name, name, settings.isEmpty() ? "" : "," + settings, histories);
    }
}
