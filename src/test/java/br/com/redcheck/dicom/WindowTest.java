package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void aLinearWindowIsHalfAUnitOffCentreAsInTheStandard() {
        Window window = new Window(2048, 4096);
        assertThat(window.brightness(0)).isZero();
        assertThat(window.brightness(4095)).isEqualTo(1);
        assertThat(window.brightness(2047.5)).isEqualTo(0.5);
        assertThat(new Window(100, 1).brightness(99)).isZero();
        assertThat(new Window(100, 1).brightness(100)).isEqualTo(1);
    }

    @Test
    void anExactWindowReachesItsEnds() {
        Window window = new Window(-600, 1500, Window.Function.LINEAR_EXACT);
        assertThat(window.brightness(-1350)).isZero();
        assertThat(window.brightness(-600)).isEqualTo(0.5);
        assertThat(window.brightness(150)).isEqualTo(1);
    }

    @Test
    void aSigmoidWindowNeverQuiteEnds() {
        Window window = new Window(40, 400, Window.Function.SIGMOID);
        assertThat(window.brightness(40)).isEqualTo(0.5);
        assertThat(window.brightness(240)).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    }

    @Test
    void aWindowWithoutWidthIsNone() {
        assertThatThrownBy(() -> new Window(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Picture(1, 1)
                        .text(Tag.WINDOW_CENTER, Vr.DS, "40")
                        .text(Tag.WINDOW_WIDTH, Vr.DS, "0")
                        .words(0)
                        .pixels()
                        .voi(0))
                .isEmpty();
    }

    @Test
    void theFirstWindowOfTheHeaderIsTaken() {
        PixelData pixels = new Picture(1, 1)
                .text(Tag.WINDOW_CENTER, Vr.DS, "-600\\40")
                .text(Tag.WINDOW_WIDTH, Vr.DS, "1500\\400")
                .text(Tag.VOI_LUT_FUNCTION, Vr.CS, "LINEAR_EXACT")
                .words(0)
                .pixels();
        assertThat(pixels.voi(0)).contains(new Window(-600, 1500, Window.Function.LINEAR_EXACT));
    }

    @Test
    void aTableOfTheHeaderIsTakenWhereThereIsNoWindow() {
        DataSet table = new DataSet();
        table.putShorts(Tag.LUT_DESCRIPTOR, Vr.SS, 3, -1, 8);
        table.put(Element.of(Tag.LUT_DATA, Vr.OW, Picture.wide(0, 51, 255)));
        Voi voi = new Picture(1, 1)
                .signed()
                .sequence(Tag.VOI_LUT_SEQUENCE, table)
                .words(0)
                .pixels()
                .voi(0)
                .orElseThrow();
        assertThat(voi.brightness(-7)).isZero();
        assertThat(voi.brightness(0)).isEqualTo(0.2);
        assertThat(voi.brightness(9)).isEqualTo(1);
    }

    @Test
    void percentilesLeavePaddingOut() {
        float[] values = new float[201];
        BitSet padding = new BitSet();
        for (int i = 0; i < values.length; i++) {
            values[i] = i <= 100 ? 10 * i : -9999;
            padding.set(i, i > 100);
        }
        Window window = Window.ofPercentiles(new GrayFrame(1, 201, values, padding, false), 1, 99);
        assertThat(window.center()).isCloseTo(500, within(1e-6));
        assertThat(window.width()).isCloseTo(980, within(1e-6));
    }

    @Test
    void percentilesAgreeWithSorting() {
        Random random = new Random(3);
        float[] values = new float[10_007];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * 1000);
        }
        Percentiles percentiles = Percentiles.of(new GrayFrame(1, values.length, values.clone(), new BitSet(), false));
        Arrays.sort(values);
        assertThat(percentiles.at(0)).isEqualTo(values[0]);
        assertThat(percentiles.at(100)).isEqualTo(values[values.length - 1]);
        double rank = 0.37 * (values.length - 1);
        double expected = values[(int) rank] + (rank - (int) rank) * (values[(int) rank + 1] - values[(int) rank]);
        assertThat(percentiles.at(37)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aFlatPictureHasAWindowToo() {
        GrayFrame flat = new GrayFrame(1, 2, new float[] {5, 5}, new BitSet(), false);
        assertThat(flat.display(Window.ofPercentiles(flat, 1, 99))).hasSize(2);
    }

    @Test
    void theScreenShowsMonochrome1InvertedAndPaddingBlack() {
        GrayFrame gray = new Picture(1, 3)
                .photometric("MONOCHROME1")
                .number(Tag.PIXEL_PADDING_VALUE, 77)
                .words(0, 255, 77)
                .pixels()
                .gray(0);
        assertThat(gray.display(new Window(128, 256))).containsExactly(255, 0, 0);
    }
}
