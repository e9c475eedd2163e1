package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.redcheck.model.RefusedModel.Reason;
import br.com.redcheck.platform.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ArchitectureReaderTest {
    private static final String CONVOLUTION = """
            {"class_name": "Conv2D", "name": "conv", "config": {"name": "conv", "filters": 3, "kernel_size": [3, 3], "padding": "same"},
             "inbound_nodes": [%s]}""";

    @Test
    void anOpenInputIsRefusedInWordsThatSayWhatToDo() {
        RefusedModel refused =
                refused(functional("[null, null, 256, 3]", CONVOLUTION.formatted("[[\"in\", 0, 0, {}]]")));

        assertThat(refused.reason()).isEqualTo(Reason.OPEN_INPUT);
        assertThat(new Messages().text(Locale.ENGLISH, refused)).contains("input size is open", "Fix it");
    }

    @Test
    void aRowOfLayersThatNeverSawAPictureHasAnOpenInput() {
        RefusedModel refused = refused("""
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                 {"class_name": "Dense", "config": {"name": "dense", "units": 2}}]}}""");

        assertThat(refused.reason()).isEqualTo(Reason.OPEN_INPUT);
    }

    @Test
    void aLayerWithWeightsInTwoPlacesIsRefusedByName() {
        RefusedModel refused = refused(
                functional("[null, 8, 8, 3]", CONVOLUTION.formatted("[[\"in\", 0, 0, {}]], [[\"conv\", 0, 0, {}]]")));

        assertThat(refused.reason()).isEqualTo(Reason.SHARED_LAYER);
        assertThat(new Messages().text(Locale.ENGLISH, refused)).contains("conv");
    }

    @Test
    void aLayerThatIsNotComputedIsRefusedByItsType() {
        RefusedModel refused = refused(functional("[null, 8, 8, 3]", """
                {"class_name": "PReLU", "name": "prelu", "config": {"name": "prelu"}, "inbound_nodes": [[["in", 0, 0, {}]]]}"""));

        assertThat(new Messages().text(Locale.ENGLISH, refused)).contains("PReLU");
    }

    @Test
    void allThatIsNotComputedIsToldAtOnce() {
        RefusedModel refused = refused("""
                {"class_name": "Sequential", "config": {"name": "s", "layers": [
                 {"class_name": "InputLayer", "config": {"name": "in", "batch_input_shape": [null, null, 8, 3]}},
                 {"class_name": "PReLU", "config": {"name": "one"}},
                 {"class_name": "PReLU", "config": {"name": "two"}},
                 {"class_name": "Conv2D", "config": {"name": "three", "filters": -1, "kernel_size": [3, 3]}},
                 {"class_name": "Lambda", "config": {"name": "four"}}]}}""");

        assertThat(refused.each())
                .extracting(RefusedModel::reason)
                .containsExactly(Reason.UNKNOWN_LAYER, Reason.UNSUPPORTED_SETTING, Reason.LAMBDA, Reason.OPEN_INPUT);
    }

    @Test
    void whatActsInTrainingAloneIsNoted() {
        Architecture architecture =
                new ArchitectureReader(KerasLimits.defaults(), false).read(functional("[null, 8, 8, 3]", """
                {"class_name": "GlobalAveragePooling2D", "name": "gap", "config": {"name": "gap"},
                 "inbound_nodes": [[["in", 0, 0, {}]]]},
                {"class_name": "Dense", "name": "conv", "config": {"name": "conv", "units": 2, "bias_regularizer": null,
                  "kernel_regularizer": {"class_name": "L2", "config": {"l2": 0.01}}},
                 "inbound_nodes": [[["gap", 0, 0, {}]]]}"""));

        assertThat(architecture.heldInTraining()).containsExactly("conv");
    }

    @Test
    void nothingThatAStrangerWroteIsWrittenAgainButTheNamesOfLayers() {
        String strangers = """
                {"class_name": "Sequential", "keras_version": "STRANGE", "STRANGE": {"STRANGE": [[[["STRANGE"]]]]},
                 "config": {"name": "STRANGE", "layers": [
                  {"class_name": "InputLayer", "STRANGE": 1, "config":
                    {"name": "in", "dtype": "STRANGE", "batch_input_shape": [null, 8, 8, 3]}},
                  {"class_name": "Conv2D", "registered_name": "STRANGE", "config":
                    {"name": "first", "filters": 2, "kernel_size": [3, 3], "dtype": {"class_name": "STRANGE"},
                     "kernel_initializer": {"class_name": "STRANGE", "config": {"STRANGE": 1e999}}, "STRANGE": null}},
                  {"class_name": "GlobalAveragePooling2D", "config": {"name": "second", "STRANGE": ["STRANGE"]}},
                  {"class_name": "Dense", "config": {"name": "third", "units": 2, "activation": "softmax", "STRANGE": {}}}]}}
                """;

        List<Architecture.Node> nodes = new ArchitectureReader(KerasLimits.defaults(), false)
                .read(strangers)
                .nodes();

        assertThat(nodes).extracting(Architecture.Node::name).containsExactly("first", "second", "third");
        assertThat(nodes)
                .extracting(node -> node.layer().settings().toString())
                .noneMatch(written -> written.contains("STRANGE") || written.contains("Infinity"));
    }

    @Test
    void whatWouldTakeMinutesForOnePictureIsRefused() {
        RefusedModel refused = refused(functional("[null, 700, 700, 64]", """
                {"class_name": "MaxPooling2D", "name": "wide", "inbound_nodes": [[["in", 0, 0, {}]]],
                 "config": {"name": "wide", "pool_size": [600, 600], "strides": [1, 1], "padding": "same"}}"""));

        assertThat(refused.reason()).isEqualTo(Reason.TOO_MUCH_WORK);
        assertThat(refused.arguments()).contains("wide");
    }

    @Test
    void aLayerThatIsToDoWhatItDoesInTrainingIsRefusedByName() {
        RefusedModel refused = refused(functional("[null, 8, 8, 3]", """
                {"class_name": "Dropout", "name": "drop", "config": {"name": "drop", "rate": 0.5},
                 "inbound_nodes": [[["in", 0, 0, {"training": true}]]]}"""));

        assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED_SETTING);
        assertThat(refused.arguments()).containsExactly("drop", "training");
    }

    @Test
    void aNumberBeforeATensorIsUnderstoodAsKeras2WritesIt() {
        String turned = """
                {"class_name": "TFOpLambda", "name": "turned", "config": {"name": "turned", "function": "math.subtract"},
                 "inbound_nodes": [["_CONSTANT_VALUE", -1, 255.0, {"y": ["in", 0, 0], "name": null}]]},
                {"class_name": "GlobalAveragePooling2D", "name": "conv", "config": {"name": "conv"},
                 "inbound_nodes": [[["turned", 0, 0, {}]]]}""";

        Architecture architecture =
                new ArchitectureReader(KerasLimits.defaults(), false).read(functional("[null, 8, 8, 3]", turned));

        assertThat(architecture.nodes().get(0).layer()).isEqualTo(new Scaling(List.of(-1.0), List.of(255.0)));
    }

    @Test
    void whatPythonComputesBesideScalingIsRefusedByItsName() {
        RefusedModel refused = refused(functional("[null, 8, 8, 3]", """
                {"class_name": "GetItem", "name": "turned", "config": {"name": "turned"}, "inbound_nodes": [{"args": [
                 {"class_name": "__keras_tensor__", "config": {"keras_history": ["in", 0, 0]}},
                 [{"class_name": "slice"}]], "kwargs": {}}]}"""));

        assertThat(new Messages().text(Locale.ENGLISH, refused)).contains("GetItem");
    }

    @Test
    void anAnswerForEachPlaceIsNoClass() {
        assertThat(refused(functional("[null, 8, 8, 3]", CONVOLUTION.formatted("[[\"in\", 0, 0, {}]]")))
                        .reason())
                .isEqualTo(Reason.NO_CLASSES);
    }

    @Test
    void aSizeIsFoundInTheModelThatComesFirstInARow() {
        Architecture architecture = new ArchitectureReader(KerasLimits.defaults(), false)
                .read("""
                {"class_name": "Sequential", "config": [%s,
                 {"class_name": "GlobalAveragePooling2D", "config": {"name": "gap"}}]}""".formatted(functional("[null, 9, 8, 3]", CONVOLUTION.formatted("[[\"in\", 0, 0, {}]]"))));

        assertThat(architecture.input()).isEqualTo(Shape.of(9, 8, 3));
        assertThat(architecture.nodes()).extracting(Architecture.Node::name).containsExactly("conv", "gap");
    }

    private static String functional(String shape, String layer) {
        return """
                {"class_name": "Functional", "config": {"name": "m", "layers": [
                 {"class_name": "InputLayer", "name": "in", "config": {"name": "in", "batch_shape": %s}, "inbound_nodes": []}, %s],
                 "input_layers": [["in", 0, 0]], "output_layers": [["conv", 0, 0]]}}""".formatted(shape, layer);
    }

    private static RefusedModel refused(String json) {
        return catchThrowableOfType(
                RefusedModel.class, () -> new ArchitectureReader(KerasLimits.defaults(), false).read(json));
    }
}
