package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MotionTest {
    private static final float[] PICTURE = {1, 2, 3, 4, 5, 6};

    @Test
    void aMirrorChangesLeftAndRight() {
        assertThat(Motion.mirror().of(PICTURE, 2, 3, 1)).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void aQuarterTurnIsClockwise() {
        float[] square = {1, 2, 3, 4};

        assertThat(Motion.turned(90).of(square, 2, 2, 1)).containsExactly(new float[] {3, 1, 4, 2}, within(1e-6f));
    }

    @Test
    void noMotionChangesNothing() {
        assertThat(Motion.turned(0).of(PICTURE, 2, 3, 1)).containsExactly(PICTURE);
    }

    @Test
    void whatLiesOutsideIsFilledFromTheEdge() {
        float[] even = new float[400];
        Arrays.fill(even, 7);

        for (float value : Motion.turned(2).of(even, 20, 20, 1.5)) {
            assertThat(value).isEqualTo(7);
        }
    }

    @Test
    void aCropEnlargesTheMiddle() {
        float[] slope = new float[100];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = i;
        }

        float[] cropped = Motion.cropped(0.1).of(slope, 1, 100, 1);

        assertThat(cropped[0]).isCloseTo(4.95f, within(0.1f));
        assertThat(cropped[99]).isCloseTo(94.05f, within(0.1f));
    }

    /** Where pixels are twice as wide as high, a turn moves rows by twice as much. */
    @Test
    void pixelsNeedNotBeSquare() {
        float[] rows = new float[41 * 41];
        for (int i = 0; i < rows.length; i++) {
            int row = i / 41;
            rows[i] = row;
        }
        float square = Motion.turned(2).of(rows, 41, 41, 1)[20 * 41 + 40] - 20;
        float wide = Motion.turned(2).of(rows, 41, 41, 2)[20 * 41 + 40] - 20;

        assertThat(wide).isCloseTo(2 * square, within(1e-3f));
    }
}
