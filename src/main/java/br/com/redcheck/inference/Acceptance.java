package br.com.redcheck.inference;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.model.ModelCard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which images a card lets its network read: "frontal chest films (PA, AP); lateral films refused", "axial chest CT series".
 *
 * <p>What a header does not say is not held against it: many say nothing about the view or the part of the body. Where it contradicts
 * itself, such as a ViewPosition that the device puts into every film and a description that somebody chose for this one, the evidence
 * against the film counts.
 */
final class Acceptance {
    /** Of words for a part of the body that holds the lungs, the beginnings; those of PS3.16 annex L among them. */
    static final List<String> CHEST = List.of(
            "CHEST",
            "THORAX",
            "TORAX",
            "TÓRAX",
            "THX",
            "LUNG",
            "PULM",
            "HEART",
            "CORAC",
            "TRUNK",
            "WHOLEBODY",
            "WHOLE BODY");

    private static final String ABDOMEN = "ABD";
    private static final List<String> FROM_THE_SIDE = List.of("LL", "RL", "LLD", "RLD");
    private static final List<String> AT_AN_ANGLE = List.of("RAO", "LAO", "RPO", "LPO", "LLO", "RLO");
    private static final double NEARLY_ALONG_THE_BODY = 0.8;

    private Acceptance() {}

    /** Why the network should not read an image; empty if it may. */
    static Optional<NotForThisNetwork> objection(ModelCard card, ImageFacts facts) {
        boolean isSeries = card.preparation().slices().isPresent();
        SaidInWords words = new SaidInWords(facts.descriptions().stream());
        return Stream.of(
                        when(!card.modalities().contains(facts.modality()), Reason.MODALITY),
                        when(isColour(facts), Reason.COLOUR),
                        when(facts.forProcessing(), Reason.FOR_PROCESSING),
                        when(isTooYoung(card, facts), Reason.TOO_YOUNG),
                        when(isTooOld(card, facts), Reason.TOO_OLD),
                        when(isElsewhere(facts, ABDOMEN) || words.abdomen(), Reason.ABDOMEN),
                        when(isElsewhere(facts, "") || words.newborn(), Reason.BODY_PART),
                        when(!isSeries && (isTurned(facts) || words.onOneSide()), Reason.TURNED),
                        when(!isSeries && (isLateral(facts) || words.lateral()), Reason.LATERAL),
                        when(!isSeries && (isOblique(facts) || words.oblique()), Reason.OBLIQUE),
                        when(facts.imageType().contains("LOCALIZER"), Reason.LOCALIZER),
                        when(isSeries && !isAxial(facts), Reason.NOT_AXIAL))
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> refusal(reason, card));
    }

    private static NotForThisNetwork refusal(Reason reason, ModelCard card) {
        return switch (reason) {
            case TOO_YOUNG ->
                new NotForThisNetwork(reason, card.ages().orElseThrow().from());
            case TOO_OLD ->
                new NotForThisNetwork(
                        reason, card.ages().flatMap(ModelCard.Ages::to).orElseThrow());
            default -> new NotForThisNetwork(reason, String.join(", ", card.modalities()));
        };
    }

    private static boolean isTooYoung(ModelCard card, ImageFacts facts) {
        return card.ages().isPresent()
                && facts.age().orElse(Double.POSITIVE_INFINITY)
                        < card.ages().get().from();
    }

    private static boolean isTooOld(ModelCard card, ImageFacts facts) {
        return facts.age().isPresent()
                && card.ages()
                        .flatMap(ModelCard.Ages::to)
                        .filter(to -> Math.floor(facts.age().getAsDouble()) > to)
                        .isPresent();
    }

    private static Optional<Reason> when(boolean holds, Reason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }

    private static boolean isColour(ImageFacts facts) {
        String photometric = facts.photometricInterpretation();
        return !photometric.isEmpty() && !photometric.startsWith("MONOCHROME")
                || facts.samplesPerPixel().orElse(1) > 1;
    }

    /** Whether the header names a part of the body that is called so and does not hold the chest. */
    private static boolean isElsewhere(ImageFacts facts, String called) {
        return facts.bodyPart()
                .map(part -> part.toUpperCase(Locale.ROOT))
                .filter(part -> part.contains(called) && CHEST.stream().noneMatch(part::contains))
                .isPresent();
    }

    /** A film whose rows run from front to back (PatientOrientation begins with A or P) was taken from the side. */
    private static boolean isLateral(ImageFacts facts) {
        String rows = direction(facts, 0);
        return view(facts, view -> FROM_THE_SIDE.contains(view) || view.contains("LAT"))
                || rows.startsWith("A")
                || rows.startsWith("P");
    }

    private static boolean isOblique(ImageFacts facts) {
        return view(facts, view -> AT_AN_ANGLE.contains(view) || view.contains("OBL"));
    }

    /** The rows of a film run across the body, and its columns from the head down (PatientOrientation's second value F). */
    private static boolean isTurned(ImageFacts facts) {
        String rows = direction(facts, 0);
        return rows.startsWith("H")
                || rows.startsWith("F")
                || direction(facts, 1).startsWith("H");
    }

    private static boolean view(ImageFacts facts, Predicate<String> wanted) {
        return facts.viewPosition()
                .map(view -> view.toUpperCase(Locale.ROOT))
                .filter(wanted)
                .isPresent();
    }

    /** Whereto rows (0) or columns (1) run; empty if the header does not say. */
    private static String direction(ImageFacts facts, int which) {
        return facts.patientOrientation().stream().skip(which).findFirst().orElse("");
    }

    /** Across the body, a tilted gantry allowed: the normal of the image runs along the body. */
    private static boolean isAxial(ImageFacts facts) {
        List<Double> cosines = facts.orientation();
        if (cosines.isEmpty()) {
            return true;
        }
        double normalZ = cosines.get(0) * cosines.get(4) - cosines.get(1) * cosines.get(3);
        return Math.abs(normalZ) >= NEARLY_ALONG_THE_BODY;
    }
}
