package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void anEvenPictureStaysEven() {
        float[] even = new float[300 * 400];
        Arrays.fill(even, 0.25f);

        for (float value : Stretch.of(even, 300, 400, 17, 23)) {
            assertThat(value).isCloseTo(0.25f, within(1e-6f));
        }
    }

    @Test
    void thePictureOfTheSameSizeIsThePicture() {
        float[] picture = {1, 2, 3, 4, 5, 6};

        assertThat(Stretch.of(picture, 2, 3, 2, 3)).containsExactly(picture);
    }

    @Test
    void everyOldPixelCountsInAReduction() {
        float[] row = {0, 0, 0, 0, 8, 0, 0, 0};

        float[] half = Stretch.of(row, 1, 8, 1, 2);

        // Triangles of half-width 4 around 2 and 6, over pixel centres: weights (0.125, 0.875) of sums 3.5 and 3.5.
        assertThat(half[0]).isCloseTo(8 * 0.375f / 3.5f, within(1e-6f));
        assertThat(half[1]).isCloseTo(8 * 0.625f / 3.5f, within(1e-6f));
    }

    @Test
    void anEnlargementInterpolatesBetweenNeighbours() {
        assertThat(Stretch.of(new float[] {0, 1}, 1, 2, 1, 4)).containsExactly(0f, 0.25f, 0.75f, 1f);
    }
}
