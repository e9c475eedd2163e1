package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.platform.Remark;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body of water in air, with two lungs of a given width in it. */
class LungCoverageTest {
    private static final int SIZE = 100;

    @Test
    void aSeriesThatReachesBeyondTheLungsAtBothEndsIsWhole() {
        assertThat(LungCoverage.remarks(List.of(slice(2), slice(20), slice(0)))).isEmpty();
    }

    @Test
    void whichEndLiesWithinTheLungsIsTold() {
        assertThat(LungCoverage.remarks(List.of(slice(2), slice(20), slice(18))))
                .containsExactly(Remark.of("cut-below", 90));
        assertThat(LungCoverage.remarks(List.of(slice(10), slice(20), slice(0))))
                .containsExactly(Remark.of("cut-above", 50));
    }

    @Test
    void whereTheMiddleShowsNoLungsThatAloneIsTold() {
        assertThat(LungCoverage.remarks(List.of(slice(20), slice(0), slice(20))))
                .containsExactly(Remark.of("no-lungs"));
    }

    @Test
    void airAroundTheBodyIsNoLung() {
        assertThat(LungCoverage.share(slice(0).pixels().get())).isZero();
        assertThat(LungCoverage.share(slice(20).pixels().get())).isEqualTo(2 * 20 * 40 / (double) (SIZE * SIZE));
    }

    private static ReadableImage slice(int width) {
        float[] values = new float[SIZE * SIZE];
        Arrays.fill(values, -1000);
        fill(values, 5, 5, 90, 90, 40);
        fill(values, 20, 30, width, 40, -850);
        fill(values, 60, 30, width, 40, -850);
        GrayFrame frame = new GrayFrame(SIZE, SIZE, values, new BitSet(), false);
        return new ReadableImage(ImageFacts.of(new DataSet()), () -> frame);
    }

    private static void fill(float[] values, int x, int y, int width, int height, float value) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(values, row * SIZE + x, row * SIZE + x + width, value);
        }
    }
}
