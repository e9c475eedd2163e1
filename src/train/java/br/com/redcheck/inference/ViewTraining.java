package br.com.redcheck.inference;

import br.com.redcheck.inference.ViewCheck.Sign;
import br.com.redcheck.inference.ViewCheck.Sum;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Trains the check of a film's view, and measures it; {@code src/docs/view-check.md} says how and why.
 *
 * <p>{@code mvn -Pview-check package -DskipTests} runs it.
 */
final class ViewTraining {
    private static final int VARIANTS = 4;

    /** Lateral films are few. */
    private static final int VARIANTS_OF_LATERALS = 60;

    private static final double NEGATIVES = 0.3;

    /** So many upright frontal films of the validation set may be doubted. */
    private static final double DOUBTED = 0.005;

    private final Random random = new Random(15);
    private final Pictures pictures;

    private ViewTraining(Pictures pictures) {
        this.pictures = pictures;
    }

    /** @param args the folder of test data, the file that the weights go to */
    public static void main(String[] args) throws IOException {
        Pictures pictures = new Pictures(Path.of(args[0]));
        ViewCheck check = new ViewTraining(pictures).trained();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            check.write(out);
        }
        new ViewMeasure(pictures, check).print();
    }

    /** Lateral films to learn from: those with a licence that allows it, of every other patient. The rest is kept for measuring. */
    static Predicate<Map<String, String>> laterals(boolean learn) {
        return row -> learn
                == (row.getOrDefault("licence", "").startsWith("CC")
                        && (row.getOrDefault("patient_group", "").hashCode() & 1) == 0);
    }

    static List<ViewSample> samples(List<Pictures.Source> sources, boolean lateral) {
        return sources.stream()
                .map(source -> ViewSample.of(source.pixels().get(), lateral))
                .toList();
    }

    private ViewCheck trained() throws IOException {
        Map<Sign, Logistic> fits = new EnumMap<>(Sign.class);
        Arrays.stream(Sign.values()).forEach(sign -> fits.put(sign, new Logistic()));
        for (ViewSample frontal : samples(pictures.of("cxr", "train", true, Integer.MAX_VALUE), false)) {
            IntStream.range(0, VARIANTS).forEach(i -> learn(spoilt(frontal.varied(random)), fits));
        }
        for (ViewSample lateral : samples(pictures.of("cxr", "aux-lateral", laterals(true), Integer.MAX_VALUE), true)) {
            for (int i = 0; i < VARIANTS_OF_LATERALS; i++) {
                ViewSample seen = lateral.varied(random);
                learn(i % 2 == 0 ? seen : seen.with(Sign.MIRRORED).is(Sign.LATERAL), fits);
            }
        }
        List<ViewSample> validation = samples(pictures.of("cxr", "val", false, Integer.MAX_VALUE), false);
        Map<Sign, Sum> sums = new EnumMap<>(Sign.class);
        fits.forEach((sign, fit) -> sums.put(sign, limited(sign, fit.fitted(), validation)));
        return new ViewCheck(sums);
    }

    /** Half of the films stay as they are, a third of those mirrored; the others are turned. */
    private ViewSample spoilt(ViewSample film) {
        double chance = random.nextDouble();
        ViewSample held = film;
        if (chance < 0.3) {
            held = film.with(Sign.MIRRORED);
        } else if (chance < 0.5) {
            held = film.with(Sign.UPSIDE_DOWN);
        } else if (chance < 0.7) {
            held = film.with(Sign.ON_ITS_SIDE);
            held = chance < 0.6 ? held : held.quarters(2);
        }
        return random.nextDouble() < NEGATIVES ? held.with(Sign.NEGATIVE) : held;
    }

    /** What is seen from the side or mirrored is learned from films that are else as they should be. */
    private static void learn(ViewSample sample, Map<Sign, Logistic> fits) {
        float[] features = sample.features();
        fits.forEach((sign, fit) -> {
            List<Sign> others = new ArrayList<>(sample.signs());
            others.remove(sign);
            boolean alone = others.isEmpty();
            if (alone || sign.ordinal() < Sign.LATERAL.ordinal()) {
                fit.add(features, sample.signs().contains(sign));
            }
        });
    }

    /**
     * One in two hundred upright frontal films is doubted, or fewer where that loses no more than one in two hundred of those that have the
     * sign; certain is what no such film reaches, and the odds are for.
     */
    private static Sum limited(Sign sign, double[] fitted, List<ViewSample> frontals) {
        float[] weights = new float[fitted.length - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) fitted[i];
        }
        float bias = (float) fitted[weights.length];
        Sum sum = new Sum(weights, bias, 0, 0);
        double[] upright = sums(sum, frontals);
        double doubt = upright[upright.length - 1 - (int) Math.rint(DOUBTED * upright.length)];
        if (sign != Sign.LATERAL) {
            double[] amiss =
                    sums(sum, frontals.stream().map(film -> film.with(sign)).toList());
            doubt = Math.max(doubt, Math.min(0, amiss[(int) Math.rint(DOUBTED * amiss.length)]));
        }
        double certain = Math.max(Math.max(0, doubt), upright[upright.length - 1]);
        System.out.printf("%s: doubt %.2f, certain %.2f%n", sign, doubt, certain);
        return new Sum(weights, bias, (float) doubt, (float) certain);
    }

    private static double[] sums(Sum sum, List<ViewSample> films) {
        return films.stream()
                .mapToDouble(film -> sum.of(film.features()))
                .sorted()
                .toArray();
    }
}
