package br.com.redcheck.model;

import br.com.redcheck.model.ModelCard.Ages;
import br.com.redcheck.model.ModelCard.Estimate;
import br.com.redcheck.model.ModelCard.FixedWindow;
import br.com.redcheck.model.ModelCard.Held;
import br.com.redcheck.model.ModelCard.Intensity;
import br.com.redcheck.model.ModelCard.Movement;
import br.com.redcheck.model.ModelCard.Percentiles;
import br.com.redcheck.model.ModelCard.Performance;
import br.com.redcheck.model.ModelCard.Preparation;
import br.com.redcheck.model.ModelCard.Repeatability;
import br.com.redcheck.model.ModelCard.Slices;
import br.com.redcheck.model.ModelCard.Training;
import br.com.redcheck.model.RefusedModel.Reason;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code card.json}. A card that asks for a preparation that we do not know is refused, not guessed at. */
final class CardReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SETS = List.of("internal_test", "external");
    private static final String RESIZE =
            "stretch, antialiased bilinear (triangle filter, support grows with reduction)";
    private static final String SLICES =
            "24 (or all, if fewer) at equal steps from 15 % to 85 % of the slices sorted head first";
    private static final String SCORE = "mean of the highest quarter of the slice probabilities (rounded up)";

    private CardReader() {}

    /** @throws RefusedModel if it is not a card that we understand */
    static ModelCard read(InputStream json) {
        try {
            return card(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new RefusedModel(Reason.BAD_CARD, e);
        }
    }

    private static ModelCard card(JsonNode card) {
        List<String> labels = texts(card.required("labels"));
        int positive = card.required("positive_label").asInt();
        if (labels.size() != 2 || positive < 0 || positive > 1) {
            throw new RefusedModel(Reason.BAD_CARD);
        }
        return new ModelCard(
                word(card.required("name")),
                word(card.required("version")),
                texts(card.required("modality")),
                new Shape(
                        items(card.required("input_shape")).map(JsonNode::asInt).toList()),
                labels,
                positive,
                card.required("threshold").asDouble(),
                card.path("cam").path("activation_layer").asStringOpt(),
                preparation(card.required("preparation")),
                card.required("accepts").asString(),
                ages(card.path("patient_age")),
                training(card.path("training")),
                SETS.stream()
                        .filter(card.path("performance")::has)
                        .map(set -> performance(set, card.path("performance").path(set)))
                        .toList(),
                card.path("performance_note").asStringOpt(),
                repeatability(card.path("repeatability")),
                card.required("sha256").asString(),
                card.path("familiarity_sha256").asStringOpt(),
                card.required("licence").asString(),
                card.path("redistributable").asBoolean(false),
                card.required("intended_use").asString(),
                card.path("warning").asStringOpt());
    }

    private static Preparation preparation(JsonNode preparation) {
        only(preparation, "resize", RESIZE);
        only(preparation, "scale", "0..1");
        only(preparation, "channels", "gray x 3");
        if (!preparation.has("slices")) {
            return new Preparation(intensity(preparation.required("intensity")), Optional.empty());
        }
        only(preparation, "slices", SLICES);
        only(preparation, "exam_score", SCORE);
        Slices slices = new Slices(24, 0.15, 0.85, 0.25);
        return new Preparation(intensity(preparation.required("intensity")), Optional.of(slices));
    }

    private static void only(JsonNode preparation, String key, String known) {
        if (!preparation.required(key).asString().equals(known)) {
            throw new RefusedModel(Reason.BAD_CARD);
        }
    }

    private static Intensity intensity(JsonNode intensity) {
        return switch (intensity.required("kind").asString()) {
            case "percentile" ->
                new Percentiles(
                        intensity.required("low").asDouble(),
                        intensity.required("high").asDouble(),
                        intensity.path("constant_borders_excluded").asBoolean(false));
            case "window" ->
                new FixedWindow(
                        intensity.required("center").asDouble(),
                        intensity.required("width").asDouble());
            default -> throw new RefusedModel(Reason.BAD_CARD);
        };
    }

    private static Performance performance(String set, JsonNode measured) {
        JsonNode interval = measured.path("auc_95_bootstrap_by_patient");
        Optional<Estimate> auc = measured.path("auc").isNumber() && interval.isArray()
                ? Optional.of(new Estimate(
                        measured.path("auc").asDouble(),
                        interval.required(0).asDouble(),
                        interval.required(1).asDouble()))
                : Optional.empty();
        return new Performance(
                set,
                measured.required("images").asInt(),
                measured.required("patients_or_groups").asInt(),
                auc,
                wilson(measured.path("sensitivity_wilson")),
                wilson(measured.path("specificity_wilson")),
                measured.path("by_source").properties().stream()
                        .map(source -> performance(source.getKey(), source.getValue()))
                        .toList());
    }

    private static Optional<Repeatability> repeatability(JsonNode measured) {
        return measured.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Repeatability(
                        measured.required("images").asInt(),
                        measured.required("unstable").asInt(),
                        measured.required("near_threshold").asInt(),
                        items(measured.required("movements"))
                                .map(CardReader::movement)
                                .toList()));
    }

    private static Held held(String how) {
        return Stream.of(Held.values())
                .filter(held -> held.name().equalsIgnoreCase(how))
                .findFirst()
                .orElseThrow(() -> new RefusedModel(Reason.BAD_CARD));
    }

    private static Movement movement(JsonNode movement) {
        return new Movement(
                held(movement.required("how").asString()),
                movement.required("mean").asDouble(),
                movement.required("most").asDouble(),
                movement.required("changed").asInt());
    }

    private static Optional<Ages> ages(JsonNode ages) {
        return ages.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Ages(
                        ages.path("from_years").asInt(0),
                        ages.has("to_years")
                                ? Optional.of(ages.required("to_years").asInt())
                                : Optional.empty(),
                        ages.required("reason").asString()));
    }

    private static Optional<Training> training(JsonNode training) {
        return training.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Training(
                        training.required("images").asInt(),
                        training.required("from").asString(),
                        training.required("augmentation").asString()));
    }

    /** A name or a version: it stands in addresses and in file names. */
    private static String word(JsonNode node) {
        String word = node.asString();
        if (!word.matches("[a-z0-9][a-z0-9.-]{0,62}")) {
            throw new RefusedModel(Reason.BAD_CARD);
        }
        return word;
    }

    /** Value, low and high end, and then the counts. */
    private static Optional<Estimate> wilson(JsonNode numbers) {
        return numbers.isArray()
                ? Optional.of(new Estimate(
                        numbers.required(0).asDouble(),
                        numbers.required(1).asDouble(),
                        numbers.required(2).asDouble()))
                : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asString).toList();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
