package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.inference.WinogradConvolution.Size;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quick convolution gives what the plain one gives. */
class WinogradConvolutionTest {
    private static final Workers WORKERS = new Workers(2);
    private final Random random = new Random(2016);

    @AfterAll
    static void rest() {
        WORKERS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 3, 1",
        "1, 2, 2, 16, 24",
        "1, 3, 5, 24, 16",
        "2, 8, 9, 16, 64",
        "2, 21, 32, 64, 24",
        "1, 33, 70, 3, 16",
        "1, 10, 16, 64, 64"
    })
    void everyPlaceIsThePlainSum(int pictures, int height, int width, int in, int out) {
        Size size = new Size(pictures, height, width);
        float[] input = numbers(pictures * height * width * in);
        float[] kernels = numbers(out * in * 9);
        float[] bias = numbers(out);

        float[] results = quick(size, input, kernels, bias, false);

        float[] plain = plain(size, input, kernels, bias);
        for (int i = 0; i < plain.length; i++) {
            assertThat(results[i]).isCloseTo(plain[i], within(1e-5f));
        }
    }

    @Test
    void rectifiedResultsAreNeverNegative() {
        Size size = new Size(1, 6, 7);
        float[] input = numbers(6 * 7 * 16);
        float[] kernels = numbers(16 * 16 * 9);
        float[] bias = numbers(16);

        float[] rectified = quick(size, input, kernels, bias, true);

        float[] results = quick(size, input, kernels, bias, false);
        assertThat(lowest(results)).isNegative();
        for (int i = 0; i < results.length; i++) {
            assertThat(rectified[i]).isEqualTo(Math.max(0, results[i]));
        }
    }

    private static float[] quick(Size size, float[] input, float[] kernels, float[] bias, boolean rectified) {
        float[] results = new float[size.pictures() * size.height() * size.width() * bias.length];
        try (FloatPointer from = new FloatPointer(input);
                FloatPointer to = new FloatPointer((long) results.length)) {
            new WinogradConvolution(kernels, bias, rectified ? Activation.RELU : Activation.LINEAR)
                    .compute(WORKERS, from, to, size);
            to.get(results);
        }
        return results;
    }

    private static float[] plain(Size size, float[] input, float[] kernels, float[] bias) {
        int in = kernels.length / 9 / bias.length;
        float[] results = new float[size.pictures() * size.height() * size.width() * bias.length];
        int to = 0;
        for (int picture = 0; picture < size.pictures(); picture++) {
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    for (int o = 0; o < bias.length; o++) {
                        results[to++] = (float) (bias[o] + sum(size, input, kernels, picture, y, x, o, in));
                    }
                }
            }
        }
        return results;
    }

    private static double sum(Size size, float[] input, float[] kernels, int picture, int y, int x, int o, int in) {
        double sum = 0;
        for (int ky = Math.max(0, 1 - y); ky < Math.min(3, size.height() + 1 - y); ky++) {
            for (int kx = Math.max(0, 1 - x); kx < Math.min(3, size.width() + 1 - x); kx++) {
                int place = ((picture * size.height() + y + ky - 1) * size.width() + x + kx - 1) * in;
                for (int i = 0; i < in; i++) {
                    sum += (double) input[place + i] * kernels[((o * in + i) * 3 + ky) * 3 + kx];
                }
            }
        }
        return sum;
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    private static float lowest(float[] values) {
        float lowest = Float.POSITIVE_INFINITY;
        for (float value : values) {
            lowest = Math.min(lowest, value);
        }
        return lowest;
    }
}
