package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.Map;
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

    /** What Keras 2 calls Python's operators, by what Keras 3 calls them. */
    private static final Map<String, String> OPERATORS = Map.of(
            "__operators__.add", "Add",
            "math.add", "Add",
            "math.subtract", "Subtract",
            "math.multiply", "Multiply",
            "math.divide", "TrueDivide",
            "math.truediv", "TrueDivide");

    private final boolean lambdaIsPooling;

    LayerReader(boolean lambdaIsPooling) {
        this.lambdaIsPooling = lambdaIsPooling;
    }

    /**
     * What a layer computes; nothing if it gives what it gets.
     *
     * @param operand the number that Python computed with, if the layer is one of its operators
     * @throws RefusedModel if that is not one of the things that we compute
     */
    Optional<Layer> read(JsonNode layer, Operand operand) {
        LayerSettings settings = new LayerSettings(ArchitectureReader.nameOf(layer), layer.path("config"));
        String type = typeOf(layer);
        if (IDENTITIES.contains(type)
                || (type.equals("Activation") && settings.activation().equals("linear"))) {
            return Optional.empty();
        }
        return Optional.of(
                operand.number().isPresent()
                        ? Scaling.by(type, operand)
                                .filter(scaling -> operand.isKnown())
                                .orElseThrow(() -> unknown(type))
                        : computed(type, settings));
    }

    private static String typeOf(JsonNode layer) {
        String type = ArchitectureReader.typeOf(layer);
        String function = layer.path("config").path("function").asString("");
        return type.equals("TFOpLambda") ? OPERATORS.getOrDefault(function, function) : type;
    }

    private Layer computed(String type, LayerSettings settings) {
        if (Branching.TYPES.contains(type)) {
            return Branching.read(type, settings);
        }
        return switch (type) {
            case "Conv2D" -> Convolution.read(settings);
            case "DepthwiseConv2D" -> DepthwiseConvolution.read(settings);
            case "SeparableConv2D" -> SeparableConvolution.read(settings);
            case "Dense" -> Dense.read(settings);
            case Pooling.GREATEST, Pooling.MEAN -> Pooling.read(type, settings);
            case "GlobalAveragePooling2D" -> GlobalPooling.read(settings);
            case "BatchNormalization" -> Normalization.read(settings);
            case "Normalization" -> Standardization.read(settings);
            case "Rescaling" -> Scaling.read(settings);
            case Framing.PADDING, Framing.CROPPING -> Framing.read(type, settings);
            case "Flatten" -> Reshaping.flatten(settings);
            case "Reshape" -> Reshaping.read(settings);
            case "Activation" -> Activation.read(settings);
            case "Softmax" -> Activation.softmax(settings);
            case "ReLU" -> Activation.relu(settings);
            case "Lambda" -> lambda();
            default -> throw unknown(type);
        };
    }

    private static RefusedModel unknown(String type) {
        return new RefusedModel(Reason.UNKNOWN_LAYER, type.matches("[\\w>.]{1,60}") ? type : "?");
    }

    private Layer lambda() {
        if (!lambdaIsPooling) {
            throw new RefusedModel(Reason.LAMBDA);
        }
        return new GlobalPooling(false);
    }
}
