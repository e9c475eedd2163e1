package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one layer: knows every type that we compute, and those that give what they get. */
final class LayerReader {
    /** Do something in training only, and then nothing to the shape. */
    private static final Set<String> IDENTITIES = Set.of(
            "ActivityRegularization",
            "AlphaDropout",
            "AugMix",
            "CutMix",
            "Dropout",
            "GaussianDropout",
            "GaussianNoise",
            "Identity",
            "MixUp",
            "RandAugment",
            "RandomBrightness",
            "RandomColorDegeneration",
            "RandomColorJitter",
            "RandomContrast",
            "RandomElasticTransform",
            "RandomErasing",
            "RandomFlip",
            "RandomGaussianBlur",
            "RandomGrayscale",
            "RandomHeight",
            "RandomHue",
            "RandomInvert",
            "RandomPerspective",
            "RandomPosterization",
            "RandomRotation",
            "RandomSaturation",
            "RandomSharpness",
            "RandomShear",
            "RandomTranslation",
            "RandomWidth",
            "RandomZoom",
            "SpatialDropout1D",
            "SpatialDropout2D");

    private final boolean lambdaIsPooling;

    LayerReader(boolean lambdaIsPooling) {
        this.lambdaIsPooling = lambdaIsPooling;
    }

    /**
     * What a layer computes; nothing if it gives what it gets.
     *
     * @throws RefusedModel if that is not one of the things that we compute
     */
    Optional<Layer> read(JsonNode layer) {
        LayerSettings settings = new LayerSettings(ArchitectureReader.nameOf(layer), layer.path("config"));
        String type = ArchitectureReader.typeOf(layer);
        if (IDENTITIES.contains(type)
                || type.equals(Plain.ACTIVATION) && settings.activation().equals("linear")) {
            return Optional.empty();
        }
        return Optional.of(computed(type, settings));
    }

    private Layer computed(String type, LayerSettings settings) {
        return switch (type) {
            case "Conv2D" -> Convolution.read(settings);
            case "SeparableConv2D" -> SeparableConvolution.read(settings);
            case "Dense" -> Dense.read(settings);
            case "MaxPooling2D", "AveragePooling2D" -> Pooling.read(type, settings);
            case "BatchNormalization" -> Normalization.read(settings);
            case Branching.ADD, Branching.CONCATENATE -> Branching.read(type, settings);
            case "Softmax" -> Plain.softmax(settings);
            case Plain.GLOBAL_AVERAGE_POOLING, Plain.FLATTEN, Plain.ACTIVATION, Plain.RELU ->
                Plain.read(type, settings);
            case "Lambda" -> lambda();
            default -> throw new RefusedModel(Reason.UNKNOWN_LAYER, type.matches("[\\w>]{1,60}") ? type : "?");
        };
    }

    private Layer lambda() {
        if (!lambdaIsPooling) {
            throw new RefusedModel(Reason.LAMBDA);
        }
        return Plain.globalAveragePooling();
    }
}
