package br.com.redcheck.dicom.lettering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private static final int ROWS = 600;
    private static final int COLUMNS = 700;
    private static final String NAME = "Benício Quimérico 04/05/1967";

    private final Lettering lettering = new Lettering();

    @ParameterizedTest
    @CsvSource({"SansSerif, 14", "SansSerif, 26", "Serif, 16", "Serif, 24", "Monospaced, 15", "Monospaced, 22"})
    void lettersOfAnyKindAreCovered(String font, int size) {
        for (int brightness : List.of(0, 255)) {
            Film film = new Film();
            Box line = film.write(NAME, new Font(font, Font.PLAIN, size), 60, 80, brightness);

            assertCovered(film, line);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -30, 30, 60})
    void faintLettersOverTheLungAreCovered(int step) {
        Film film = new Film();
        Box line = film.write(NAME, new Font("SansSerif", Font.PLAIN, 20), 150, 300, 110 + step);

        assertCovered(film, line);
    }

    @Test
    void lettersTurnedOnTheirSideAreCovered() {
        Film film = new Film();
        Box line = film.write(NAME, new Font("SansSerif", Font.PLAIN, 18), 8, 200, 240);

        assertThat(covering(film.turned(), new Box(line.y(), COLUMNS - line.right(), line.height(), line.width())))
                .isTrue();
    }

    @Test
    void lettersAtTheVeryEdgeAreCovered() {
        Film film = new Film();
        Box line = film.write(NAME, new Font("SansSerif", Font.BOLD, 16), 1, 14, 250);

        assertCovered(film, line);
    }

    @Test
    void lettersInANegativeAreFoundWhereTheyAreInThePositive() {
        Film film = new Film();
        film.write(NAME, new Font("Serif", Font.PLAIN, 20), 60, 80, 230);
        float[] negative = film.values.clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] = 4095 - 16 * negative[i];
        }

        assertThat(lettering.find(new GrayPicture(ROWS, COLUMNS, negative)))
                .hasSameSizeAs(lettering.find(film.picture()))
                .hasSize(1);
    }

    @Test
    void aFarOffPaddingValueDoesNotHideLetters() {
        Film film = new Film();
        Box line = film.write(NAME, new Font("SansSerif", Font.PLAIN, 20), 150, 300, 160);
        for (int y = 0; y < ROWS; y++) {
            Arrays.fill(film.values, y * COLUMNS, y * COLUMNS + 60, -32_768);
        }

        assertCovered(film, line);
    }

    @Test
    void largeLettersOfALargeFilmAreCovered() {
        Film film = new Film();
        Box line = film.write("PRONT 123456", new Font("SansSerif", Font.PLAIN, 34), 100, 300, 240);
        float[] large = new float[4 * ROWS * COLUMNS];
        for (int i = 0; i < large.length; i++) {
            large[i] = film.values[i / (2 * COLUMNS) / 2 * COLUMNS + i % (2 * COLUMNS) / 2];
        }

        assertThat(covering(new GrayPicture(2 * ROWS, 2 * COLUMNS, large), line.times(2)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"40, 20, 60", "40, 20, 300", "60, 60, 120", "60, 20, 580", "80, 10, 90", "80, 20, 330"})
    void theLargeWhiteNameOfAWardIsCovered(int size, int x, int y) {
        Film film = new Film();
        Box line = film.write("AP LEITO UTI 3", new Font("SansSerif", Font.BOLD, size), x, y, 255);

        assertCovered(film, line);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 25, 60})
    void roundALineThereIsRoomByTheHeightOfItsLetters(int size) {
        Film film = new Film();
        Box line = film.write("Paciente: Jp. gqy", new Font("SansSerif", Font.PLAIN, size), 60, 200, 250);

        assertCovered(film, line.grown(Math.max(1, size / 25)));
    }

    @Test
    void aFilmWithoutLettersIsLeftAlone() {
        assertThat(lettering.find(new Film().picture())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 255})
    void whatHasBeenCoveredIsNotTakenForLetters(int brightness) {
        Film film = new Film();
        film.write(NAME, new Font("SansSerif", Font.PLAIN, 20), 100, 300, 240);
        film.write(NAME, new Font("Monospaced", Font.BOLD, 15), 8, 20, 240);
        List<Box> found = lettering.find(film.picture());
        for (Box box : found) {
            for (int y = box.y(); y < box.bottom(); y++) {
                Arrays.fill(film.values, y * COLUMNS + box.x(), y * COLUMNS + box.right(), brightness);
            }
        }

        assertThat(found).isNotEmpty();
        assertThat(lettering.find(film.picture())).isEmpty();
    }

    @Test
    void theSmallestAndTheEmptiestPicturesHoldNoLetters() {
        assertThat(lettering.find(new GrayPicture(1, 1, new float[] {7}))).isEmpty();
        assertThat(lettering.find(new GrayPicture(1, 500, new float[500]))).isEmpty();
        assertThat(lettering.find(new GrayPicture(64, 64, new float[64 * 64]))).isEmpty();
        float[] impossible = new float[64 * 64];
        Arrays.fill(impossible, Float.NaN);
        assertThat(lettering.find(new GrayPicture(64, 64, impossible))).isEmpty();
    }

    private void assertCovered(Film film, Box line) {
        assertThat(covering(film.picture(), line)).as("%s covered", line).isTrue();
    }

    private boolean covering(GrayPicture picture, Box line) {
        return lettering.find(picture).stream().anyMatch(box -> box.holds(line));
    }

    /** What looks like a chest film to a machine: soft lungs, curved ribs, grain. */
    private static final class Film {
        private final float[] values = new float[ROWS * COLUMNS];

        private Film() {
            Random random = new Random(42);
            for (int i = 0; i < values.length; i++) {
                double x = (double) (i % COLUMNS) / COLUMNS;
                double y = (double) (i / COLUMNS) / ROWS;
                double lung = Math.exp(-Math.pow((Math.abs(x - 0.5) - 0.22) / 0.12, 2) - Math.pow((y - 0.5) / 0.3, 4));
                double rib = Math.sin(40 * y + 60 * Math.pow(x - 0.5, 2));
                values[i] = (float) (150 - 60 * lung + 10 * rib + 3 * random.nextGaussian());
            }
        }

        /** Returns the rectangle of the letters. */
        private Box write(String text, Font font, int x, int y, int brightness) {
            BufferedImage ink = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = ink.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(Color.WHITE);
            pen.setFont(font);
            pen.drawString(text, x, y);
            pen.dispose();
            Box box = null;
            for (int i = 0; i < values.length; i++) {
                float cover = (ink.getRGB(i % COLUMNS, i / COLUMNS) & 0xFF) / 255f;
                values[i] += cover * (brightness - values[i]);
                if (cover > 0.5) {
                    Box pixel = new Box(i % COLUMNS, i / COLUMNS, 1, 1);
                    box = box == null ? pixel : box.with(pixel);
                }
            }
            return Objects.requireNonNull(box);
        }

        private GrayPicture picture() {
            return new GrayPicture(ROWS, COLUMNS, values);
        }

        /** Turned by 90 degrees against the clock. */
        private GrayPicture turned() {
            float[] turned = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                turned[(COLUMNS - 1 - i % COLUMNS) * ROWS + i / COLUMNS] = values[i];
            }
            return new GrayPicture(COLUMNS, ROWS, turned);
        }
    }
}
