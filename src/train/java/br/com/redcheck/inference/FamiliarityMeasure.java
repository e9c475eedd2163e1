package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.model.Familiarity;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes {@code familiarity.json} of a network for chest films and measures what it is good for: how many ordinary films it takes for
 * unlike, and how many pictures of other things.
 *
 * <p>It is fitted on training films whose licence leaves what is made of them free, of each source at most so many; beyond its limit
 * lies one in twenty such films of the validation set. What is only measured may be under any licence.
 */
final class FamiliarityMeasure {
    static final int FEATURES = 512;

    private static final int MOST_TRAINING = 150;
    private static final int MOST_TEST = 40;
    private static final int[] COUNTS = {0, 8, 16, 32, 64};
    private static final int CHOSEN = 32;
    private static final double BEYOND = 0.05;
    private static final List<String> FREE_SOURCES = List.of("nih-chestxray14", "hannover");

    private final LoadedNetwork network;
    private final Preparation preparation;
    private final Path kept;
    private final double threshold;

    private FamiliarityMeasure(LoadedNetwork network, Preparation preparation, Path kept, double threshold) {
        this.network = network;
        this.preparation = preparation;
        this.kept = kept;
        this.threshold = threshold;
    }

    /** @param args the folder of test data, the network's name, and the folder for what is made */
    public static void main(String[] args) throws IOException {
        ModelCatalog catalog = new ModelCatalog();
        ModelCard card = catalog.named(args[1]);
        Path out = Files.createDirectories(Path.of(args[2]));
        try (Engine engine = new Engine()) {
            LoadedNetwork network = LoadedNetwork.of(
                    engine, catalog.network(card), card.activationLayer().orElseThrow());
            FamiliarityMeasure measure = new FamiliarityMeasure(network, new Preparation(card), out, card.threshold());
            measure.run(new Pictures(Path.of(args[0])), card, out.resolve("familiarity.json"));
        }
    }

    private void run(Pictures pictures, ModelCard card, Path file) throws IOException {
        Features train = features("train", pictures.of("cxr", "train", true, MOST_TRAINING), frame -> frame);
        Features validation = features("val", pictures.of("cxr", "val", false, MOST_TRAINING), frame -> frame);
        Map<String, Features> others = others(pictures);
        FamiliarityFit fit = new FamiliarityFit(train.rows());
        for (int count : COUNTS) {
            double limit = limit(fit, count, validation.from(FREE_SOURCES));
            report(count, fit.with(count, limit), validation, others);
            if (count == CHOSEN) {
                Files.writeString(file, json(card, train, fit, limit));
                System.out.println(file + ", SHA-256 " + sha256(file));
            }
        }
    }

    private Map<String, Features> others(Pictures pictures) throws IOException {
        Map<String, Features> groups = new LinkedHashMap<>();
        List<Pictures.Source> test = pictures.of("cxr", "test", false, MOST_TEST);
        groups.put("test", features("test", test, frame -> frame));
        groups.put(
                "lateral",
                features("lateral", pictures.of("cxr", "aux-lateral", false, MOST_TRAINING), frame -> frame));
        groups.put("ct", features("ct", pictures.of("ct", "test", false, 8), frame -> frame));
        groups.put("phi", features("phi", pictures.folder("phi/dx"), frame -> frame));
        groups.put("crchest", features("crchest", pictures.dicom(row -> isFilm(row, "yes")), frame -> frame));
        groups.put("crother", features("crother", pictures.dicom(row -> isFilm(row, "no")), frame -> frame));
        groups.put("other", features("other", pictures.dicom(FamiliarityMeasure::isOther), frame -> frame));
        groups.put("dicomct", features("dicomct", pictures.dicom(FamiliarityMeasure::isSlice), frame -> frame));
        for (Pictures.Spoiling spoiling : Pictures.Spoiling.values()) {
            int most = spoiling == Pictures.Spoiling.NOISE ? 8 : 20;
            groups.put(spoiling.name(), features(spoiling.name(), test.subList(0, most), spoiling::of));
        }
        return groups;
    }

    private static boolean isFilm(Map<String, String> row, String chest) {
        return "cr_dx".equals(row.get("category")) && chest.equals(row.get("chest_like"));
    }

    private static boolean isSlice(Map<String, String> row) {
        return "ct".equals(row.get("category"))
                && !row.getOrDefault("file", "").matches(".*(CTImage.dcm_|CT1_|CT2_).*");
    }

    /** Gray pictures of anything, each once: many files are one picture in several codings. */
    private static boolean isOther(Map<String, String> row) {
        return "other_image".equals(row.get("category"))
                && row.getOrDefault("photometric", "").startsWith("MONO")
                && Integer.parseInt(row.getOrDefault("rows", "0")) >= 100
                && !row.getOrDefault("file", "").matches(".*(liver|HTJ2K|_JPH|NM1_J|MR1_J|small|pydicom__JP|ORT|RT).*");
    }

    private Features features(String group, List<Pictures.Source> pictures, UnaryOperator<GrayFrame> change)
            throws IOException {
        return Features.of(kept.resolve(group + ".f32"), pictures, change, network, preparation);
    }

    private static double limit(FamiliarityFit fit, int count, Features known) {
        double[] distances = distances(fit.with(count, 1), known);
        Arrays.sort(distances);
        return distances[distances.length - 1 - (int) Math.rint(BEYOND * distances.length)];
    }

    private static double[] distances(Familiarity familiarity, Features of) {
        return of.rows().stream().mapToDouble(familiarity::unlikeness).toArray();
    }

    private void report(int count, Familiarity familiarity, Features validation, Map<String, Features> others) {
        System.out.println(count + " axes");
        bySource("val", familiarity, validation);
        others.forEach((group, features) -> {
            if (group.equals("test")) {
                bySource(group, familiarity, features);
            }
            line(group, familiarity, features);
        });
    }

    private void bySource(String group, Familiarity familiarity, Features features) {
        Map<String, List<String>> sources = features.sources().stream()
                .collect(Collectors.groupingBy(source -> source, TreeMap::new, Collectors.toList()));
        sources.keySet().forEach(source -> line(group + " " + source, familiarity, features.from(List.of(source))));
    }

    private void line(String group, Familiarity familiarity, Features features) {
        double[] unlike = distances(familiarity, features);
        Arrays.sort(unlike);
        int n = unlike.length;
        System.out.printf(
                "  %-22s %3d: beyond 1 %3d, beyond 1.5 %3d, beyond 2 %3d; median %.2f, most %.2f; called suspected %d%n",
                group,
                n,
                Arrays.stream(unlike).filter(value -> value > 1).count(),
                Arrays.stream(unlike).filter(value -> value > 1.5).count(),
                Arrays.stream(unlike).filter(value -> value > 2).count(),
                n == 0 ? 0 : unlike[n / 2],
                n == 0 ? 0 : unlike[n - 1],
                features.suspected().stream()
                        .filter(value -> value >= threshold)
                        .count());
    }

    private static String json(ModelCard card, Features train, FamiliarityFit fit, double limit) {
        ObjectNode file = new JsonMapper().createObjectNode();
        file.put("model", card.name()).put("version", card.version()).put("model_sha256", card.sha256());
        file.put("fitted_on", train.rows().size() + " training films under free licences");
        numbers(file.putArray("mean"), fit.mean());
        ArrayNode axes = file.putArray("axes");
        fit.axes(CHOSEN).forEach(axis -> numbers(axes.addArray(), axis));
        numbers(file.putArray("variances"), fit.variances(CHOSEN));
        file.put("rest", rounded(fit.rest(CHOSEN)));
        file.put("limit", rounded(limit));
        return file + "\n";
    }

    private static void numbers(ArrayNode into, float[] values) {
        IntStream.range(0, values.length).forEach(i -> into.add(rounded(values[i])));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(5));
    }
}
