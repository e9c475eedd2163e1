package br.com.redcheck.dicom.lettering;

import java.awt.Font;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the network that finds letters, from nothing, in two stages; {@code src/docs/burned-in-text.md} says how and why.
 *
 * <p>{@code mvn -Plettering package -DskipTests} runs it and measures what came out.
 */
final class LetteringTraining {
    private static final int STEPS = 2000;

    /** Specimens a step. */
    private static final int BATCH = 6;

    private static final double RATE = 2e-3;

    /** Inputs, outputs and reach of the layers. */
    private static final int[][] SHAPES = {{4, 12, 1}, {48, 16, 0}, {16, 16, 1}, {16, 16, 2}, {16, 16, 4}, {16, 1, 0}};

    private final List<Films.Film> films;
    private final List<Font> fonts;

    private LetteringTraining(List<Films.Film> films, List<Font> fonts) {
        this.films = films;
        this.fonts = fonts;
    }

    /** @param args the folder of test data, the file that the weights go to */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        LetteringTraining training = new LetteringTraining(new Films(data).of("train.zip"), Fonts.toLearn());
        Network near = training.trained(fresh(new Random(1)), null, 0);
        Network far = training.trained(deeper(near, new Random(2)), near, 1L << 40);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            far.write(out);
        }
        new LetteringMeasure(new Films(data).of("test.zip"), Fonts.toMeasure()).print(new Lettering(far));
    }

    /**
     * @param teacher knows letters already, and keeps those that the films carry themselves from being learned as none
     * @param seed of the first specimen
     */
    private Network trained(Network network, @Nullable Network teacher, long seed) {
        Adam adam = new Adam(network);
        double loss = 0;
        for (int step = 0; step < STEPS; step++) {
            long first = seed + (long) BATCH * step;
            List<Gradient> batch = IntStream.range(0, BATCH)
                    .parallel()
                    .mapToObj(i -> Gradient.of(network, specimen(teacher, new Random(first + i))))
                    .toList();
            adam.step(batch, rate(step));
            loss += batch.stream().mapToDouble(Gradient::loss).average().orElseThrow();
            if (step % 100 == 99) {
                System.out.printf("step %d, loss %.4f%n", step + 1, loss / 100);
                loss = 0;
            }
        }
        return network;
    }

    private Specimen specimen(@Nullable Network teacher, Random random) {
        Scenes scenes = new Scenes(films, fonts, random);
        Scene scene = scenes.part(Specimen.SIDE);
        GrayPicture before = scene.picture();
        scenes.write(scene);
        return Specimen.of(scene, before, teacher);
    }

    /** Rises for a hundred steps, then falls along a cosine. */
    private static double rate(int step) {
        double warmth = Math.min(1, (step + 1) / 100.0);
        return RATE * warmth * (0.5 + 0.5 * Math.cos(Math.PI * step / STEPS)) + 1e-5;
    }

    private static Network fresh(Random random) {
        List<Convolution> layers = new ArrayList<>();
        for (int[] shape : SHAPES) {
            Convolution layer = Convolution.zero(shape[0], shape[1], shape[2]);
            // He et al. (2015): as much variance comes out as goes in
            fill(layer, Math.sqrt(2.0 * layer.outputs() / layer.weights().length), random);
            layers.add(layer);
        }
        return new Network(layers);
    }

    /** The same network with one more layer that sees twice as far; before it has learned it hands on what it gets. */
    private static Network deeper(Network network, Random random) {
        List<Convolution> layers = new ArrayList<>(network.layers());
        int channels = layers.get(layers.size() - 1).inputs();
        Convolution wide = Convolution.zero(channels, channels, Planes.MARGIN);
        fill(wide, 0.02, random);
        for (int channel = 0; channel < channels; channel++) {
            wide.weights()[(channel * channels + channel) * 9 + 4] = 1;
        }
        layers.add(layers.size() - 1, wide);
        return new Network(layers);
    }

    private static void fill(Convolution layer, double deviation, Random random) {
        for (int i = 0; i < layer.weights().length; i++) {
            layer.weights()[i] = (float) (deviation * random.nextGaussian());
        }
    }
}
