package br.com.redcheck.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import br.com.redcheck.model.Familiarity;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.TrainedNetwork;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Our inference beside ONNX Runtime: same weights, same pictures, same threads, in turns in one process; both give the answer and
 * the activations that the map is made of.
 *
 * <p>{@code mvn -Pbench package -DskipTests} runs it and prints, for batches of 1 and 8, the median time of a picture and the
 * ratio of the two; and what the unlikeness costs.
 */
final class InferenceBench {
    private static final double TOLERANCE = 1e-3;

    /** Rounds that do not count: the first ones are the Java compiler's as much as ours. */
    private static final int WARM_UP = 10;

    private final int threads;
    private final LoadedNetwork ours;
    private final Familiarity familiarity;
    private final OrtEnvironment environment;
    private final OrtSession theirs;
    private final Random random = new Random(2020);

    private InferenceBench(Engine engine, ModelCatalog catalog, int threads) throws OrtException {
        this.threads = threads;
        ModelCard card = catalog.named("vgg16-cam-cxr");
        TrainedNetwork network = catalog.network(card);
        String features = card.activationLayer().orElseThrow();
        ours = LoadedNetwork.of(engine, network, features);
        familiarity = catalog.familiarity(card).orElseThrow();
        environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        // Its threads go on spinning after a run, which would slow ours down in the next turn.
        options.addConfigEntry("session.force_spinning_stop", "1");
        theirs = environment.createSession(OnnxModel.of(network, features), options);
    }

    /** @param args the number of threads; ours takes it from {@code OMP_NUM_THREADS}, so both must be set */
    public static void main(String[] args) throws OrtException {
        try (Engine engine = new Engine()) {
            InferenceBench bench = new InferenceBench(engine, new ModelCatalog(), Integer.parseInt(args[0]));
            bench.compare(1, 15);
            bench.compare(8, 6);
            bench.unlikeness(2000);
        }
    }

    /** What it costs to say how unlike the training pictures a picture is, beside the pass that it is said of. */
    private void unlikeness(int rounds) {
        long before = System.nanoTime();
        LoadedNetwork.Pass pass = ours.read(List.of(picture())).get(0);
        long begin = System.nanoTime();
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            familiarity.unlikeness(pass.pooled(familiarity.features()));
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        double median = median(times);
        System.out.printf(
                "unlikeness: %.3f ms a picture, %.2f %% of the pass%n",
                median, 100 * median / ((begin - before) / 1e6));
    }

    private void compare(int batch, int rounds) throws OrtException {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            pictures.add(picture());
        }
        double[] times = new double[rounds];
        double[] theirTimes = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long start = System.nanoTime();
            List<LoadedNetwork.Pass> passes = ours.read(pictures);
            long between = System.nanoTime();
            float[][] answers = theirAnswers(pictures);
            long end = System.nanoTime();
            check(passes, answers);
            if (round >= 0) {
                times[round] = (between - start) / 1e6 / batch;
                theirTimes[round] = (end - between) / 1e6 / batch;
            }
        }
        double median = median(times);
        double theirMedian = median(theirTimes);
        System.out.printf(
                "batch %d, %d threads: ours %.0f ms a picture, ONNX Runtime %.0f ms a picture, ratio %.2f%n",
                batch, threads, median, theirMedian, median / theirMedian);
    }

    private Picture picture() {
        float[] values = new float[(int) ours.input().values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Picture(ours.input(), values);
    }

    private float[][] theirAnswers(List<Picture> pictures) throws OrtException {
        Shape shape = ours.input();
        int height = shape.sizes().get(0);
        int width = shape.sizes().get(1);
        int channels = shape.channels();
        float[] values = new float[(int) shape.values() * pictures.size()];
        int to = 0;
        for (Picture picture : pictures) {
            for (int c = 0; c < channels; c++) {
                for (int place = 0; place < height * width; place++) {
                    values[to++] = picture.values()[place * channels + c];
                }
            }
        }
        long[] sizes = {pictures.size(), channels, height, width};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), sizes);
                OrtSession.Result result = theirs.run(Map.of(OnnxModel.INPUT, input))) {
            return (float[][]) result.get(OnnxModel.ANSWER).orElseThrow().getValue();
        }
    }

    private static void check(List<LoadedNetwork.Pass> passes, float[][] answers) {
        for (int i = 0; i < answers.length; i++) {
            for (int c = 0; c < answers[i].length; c++) {
                if (Math.abs(passes.get(i).probabilities()[c] - answers[i][c]) > TOLERANCE) {
                    throw new IllegalStateException("the two runtimes disagree");
                }
            }
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
