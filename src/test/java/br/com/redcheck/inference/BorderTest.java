package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.dicom.GrayFrame;
import java.util.BitSet;
import java.util.function.BiPredicate;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** Borders around a film of 120 rows by 160 columns that is nowhere of one value. */
class BorderTest {
    private static final int ROWS = 120;
    private static final int COLUMNS = 160;
    private static final int BLACK = 0;

    @Test
    void aFilmWithoutABorderHasNone() {
        assertThat(Border.of(film((row, column) -> true))).isEqualTo(new BitSet());
    }

    @Test
    void rowsAndColumnsAtTheEdgeAreABorder() {
        isFound((row, column) -> row >= 12, BLACK);
        isFound((row, column) -> row < 115 && column >= 7 && column < 150, 4095);
    }

    @Test
    void soAreTheCornersOfAPictureThatWasTurned() {
        double sine = Math.sin(Math.toRadians(2));
        double cosine = Math.cos(Math.toRadians(2));
        isFound(
                (row, column) -> {
                    double y = row + 0.5 - ROWS / 2.0;
                    double x = column + 0.5 - COLUMNS / 2.0;
                    return Math.abs(cosine * x + sine * y) < COLUMNS / 2.0
                            && Math.abs(cosine * y - sine * x) < ROWS / 2.0;
                },
                BLACK);
    }

    @Test
    void soIsWhatLiesOutsideACircleOrAPolygon() {
        isFound((row, column) -> Math.hypot(row - 59.5, column - 79.5) < 75, BLACK);
        isFound((row, column) -> row + column > 40 && row - column < 80 && column < 140, 77);
    }

    @Test
    void twoSidesMayHaveTwoValues() {
        GrayFrame film = film((row, column) -> true);
        BitSet border = new BitSet();
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            boolean top = i < 10 * COLUMNS;
            boolean bottom = i >= (ROWS - 5) * COLUMNS;
            film.values()[i] = top ? 4095 : bottom ? 0 : film.values()[i];
            border.set(i, top || bottom);
        }

        assertThat(Border.of(film)).isEqualTo(border);
    }

    @Test
    void aBorderWithTheLeastNoiseIsFilm() {
        GrayFrame film = film((row, column) -> row >= 12, (row, column) -> (row * 31 + column * 17) % 3);

        assertThat(Border.of(film)).isEqualTo(new BitSet());
    }

    /** Neck and shoulders against air as black as can be: a roof, whose outline film touches at its ends. */
    @Test
    void blackAirIsFilm() {
        GrayFrame film = film((row, column) ->
                row > 60 || Math.abs(column - 80) < 25 || row > 60 - (Math.abs(column - 80) - 25) / 20);

        assertThat(Border.of(film)).isEqualTo(new BitSet());
    }

    @Test
    void airBesideABorderDoesNotHideIt() {
        GrayFrame film = film((row, column) -> row >= 12 && (row > 60 || Math.abs(column - 80) < 25));
        BitSet rows = new BitSet();
        rows.set(0, 12 * COLUMNS);

        assertThat(Border.of(film)).isEqualTo(rows);
    }

    @Test
    void aFlatPictureHasNoBorder() {
        assertThat(Border.of(film((row, column) -> false))).isEqualTo(new BitSet());
    }

    private static void isFound(BiPredicate<Integer, Integer> film, int value) {
        BitSet border = new BitSet();
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            border.set(i, !film.test(i / COLUMNS, i % COLUMNS));
        }
        BitSet wrong = Border.of(film(film, (row, column) -> value));
        wrong.xor(border);
        assertThat(wrong.cardinality()).isLessThanOrEqualTo(border.cardinality() / 20);
    }

    private static GrayFrame film(BiPredicate<Integer, Integer> film) {
        return film(film, (row, column) -> BLACK);
    }

    private static GrayFrame film(BiPredicate<Integer, Integer> film, IntBinaryOperator around) {
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            int row = i / COLUMNS;
            int column = i % COLUMNS;
            values[i] = film.test(row, column)
                    ? 1000 + 7 * row + 3 * column + row * column % 11
                    : around.applyAsInt(row, column);
        }
        return new GrayFrame(ROWS, COLUMNS, values, new BitSet(), false);
    }
}
