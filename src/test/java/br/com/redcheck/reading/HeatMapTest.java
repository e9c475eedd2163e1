package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final int YELLOW = 0xFFFDE725;

    @Test
    void theStrongestPlaceIsYellowAndWhatSpeaksAgainstIsClear() {
        float[][] values = {{-3, 8}, {-1, 0}};

        BufferedImage painted = new HeatMap(values, HeatMap.strongest(values)).paint(200, 200);

        assertThat(painted.getRGB(199, 0)).isEqualTo(YELLOW);
        assertThat(painted.getRGB(0, 0)).isZero();
        assertThat(painted.getRGB(199, 199)).isZero();
    }

    @Test
    void betweenTheCellsTheValuesRunEvenly() {
        float[][] values = {{0, 4}};

        BufferedImage painted = new HeatMap(values, 4).paint(401, 1);

        assertThat(alpha(painted, 200)).isEqualTo(128);
        assertThat(alpha(painted, 250)).isGreaterThan(alpha(painted, 200)).isLessThan(255);
    }

    @Test
    void aMapThatIsNowherePositiveIsClear() {
        BufferedImage painted = new HeatMap(new float[][] {{-1, -2}}, 0).paint(20, 20);

        assertThat(painted.getRGB(10, 10)).isZero();
    }

    private static int alpha(BufferedImage painted, int x) {
        return painted.getRGB(x, 0) >>> 24;
    }
}
