package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {
    private static final ModelCard CARD = new ModelCatalog().named("vgg16-cam-cxr");
    private static final int SIDE = 400;

    /** What a film looks like to the network does not hang on the black or white around it, however it is stored. */
    @ParameterizedTest
    @CsvSource({"0, false", "4095, false", "0, true", "4095, true", "2000, false"})
    void whatIsAroundAFilmDoesNotChangeTheFilm(int around, boolean inverted) {
        float[] whole = new Preparation(CARD).prepare(film(inverted)).values();
        GrayFrame bordered = film(inverted);
        Arrays.fill(bordered.values(), 0, 12 * SIDE, around);

        float[] seen = new Preparation(CARD).prepare(bordered).values();

        assertThat(seen[0]).isZero();
        int channels = CARD.input().channels();
        int from = 10 * CARD.input().sizes().get(1) * channels;
        for (int i = from; i < seen.length; i++) {
            assertThat(seen[i]).isCloseTo(whole[i], within(0.02f));
        }
    }

    private static GrayFrame film(boolean inverted) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2000 + 900 * Math.sin(i % SIDE / 30.0) + i * 7919 % 97);
        }
        return new GrayFrame(SIDE, SIDE, values, new BitSet(), inverted);
    }
}
