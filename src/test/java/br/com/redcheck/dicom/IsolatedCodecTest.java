package br.com.redcheck.dicom;

import static br.com.redcheck.dicom.PixelDataTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real decoder in real child processes. */
class IsolatedCodecTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 30;
    private static final int[] NOISE =
            new Random(7).ints(ROWS * COLUMNS, 0, 1 << 8).toArray();
    private static final String HTJ2K = "1.2.840.10008.1.2.4.201";

    @Test
    void losslessStreamsComeBackExactly() throws IOException {
        assertThat(samples(picture(), Streams.shallowJpeg2000(ROWS, COLUMNS, NOISE)))
                .isEqualTo(NOISE);
        int[] signed = Arrays.stream(NOISE).map(value -> (byte) value).toArray();
        assertThat(samples(picture().signed(), Streams.shallowJpeg2000(ROWS, COLUMNS, NOISE)))
                .isEqualTo(signed);
    }

    @Test
    void samplesTooDeepToComeBackExactlyAreRefused() throws IOException {
        byte[] stream = Streams.jpeg2000(ROWS, COLUMNS, NOISE);
        refused(Reason.UNSUPPORTED_LAYOUT, () -> samples(new Picture(ROWS, COLUMNS), stream));
    }

    @Test
    void severalThreadsMayDecodeAtOnce() throws IOException {
        byte[] stream = Streams.shallowJpeg2000(ROWS, COLUMNS, NOISE);
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> assertThat(samples(picture(), stream)).isEqualTo(NOISE));
    }

    @Test
    void aFilmInJpegLsIsDecodedWhole() throws IOException {
        PixelData film = PixelData.of(Phi.object("phi_15.dcm"), DicomLimits.defaults());
        int[] samples = film.frame(0).samples();
        assertThat(samples).hasSize(film.rows() * film.columns());
        assertThat(Arrays.stream(samples).distinct().count()).isGreaterThan(100);
    }

    @Test
    void aStreamThatEndsEarlyIsRefused() throws IOException {
        DicomObject film = Phi.object("phi_15.dcm");
        byte[] whole =
                film.dataSet().element(Tag.PIXEL_DATA).orElseThrow().fragments().get(0);
        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] part = Arrays.copyOf(whole, whole.length * tenth / 10);
            film.dataSet().put(Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, new byte[0], List.of(part)));
            refused(
                    Reason.CORRUPT,
                    () -> PixelData.of(film, DicomLimits.defaults()).frame(0));
        }
    }

    @Test
    void aHostileSizeIsRefusedBeforeAChildIsStarted() throws IOException {
        byte[] stream = Streams.shallowJpeg2000(ROWS, COLUMNS, NOISE);
        ByteBuffer.wrap(stream).putInt(8, 60_000).putInt(12, 60_000);
        refused(Reason.CORRUPT, () -> samples(picture(), stream));
        refused(Reason.TOO_LARGE, () -> samples(new Picture(60_000, 60_000).bits(8, 8), stream));
    }

    /** A picture as large as is allowed, of which nothing but the header is there. */
    @Test
    void aLargePictureOfNothingIsRefused() throws IOException {
        byte[] stream = Streams.shallowJpeg2000(ROWS, COLUMNS, NOISE);
        for (int at : new int[] {8, 12, 24, 28}) {
            ByteBuffer.wrap(stream).putInt(at, 8_000);
        }
        refused(Reason.CORRUPT, () -> samples(new Picture(8_000, 8_000).bits(8, 8), stream));
    }

    @Test
    void damagedStreamsEndInSamplesOrInARefusal() throws IOException {
        byte[] whole = Streams.shallowJpeg2000(ROWS, COLUMNS, NOISE);
        Random random = new Random(8);
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(200)] = (byte) random.nextInt();
            try {
                assertThat(samples(picture(), damaged)).hasSameSizeAs(NOISE);
            } catch (UnreadablePixels refusal) {
                assertThat(refusal.reason()).isIn(Reason.CORRUPT, Reason.UNSUPPORTED_LAYOUT);
            }
        }
    }

    /** The same pictures in HTJ2K and in another lossless syntax. */
    @ParameterizedTest
    @CsvSource({
        "ct/chafeyht__CT1_JPH, ct/cwil__CT1_J2KR",
        "ct/chafeyht__CT2_JPH, ct/robyoung__CT2_JLSL",
        "other_image/chafeyht__MR1_JPH, other_image/robyoung__MR1_JPLL",
        "other_image/chafeyht__NM1_JPH, other_image/pydicom-data__JPEG-LL",
        "other_image/chafeyht__US1_JPH, other_image/pydicom__examples_jpeg2k",
        "other_image/chafeyht__VL1_JPH, other_image/robyoung__VL1_RLE"
    })
    void highThroughputGivesTheSameSamplesAsItsTwin(String high, String twin) throws IOException {
        Path folder = SharedData.folder().resolve("dicom");
        int[] samples = frame(Phi.object(folder.resolve(high + ".dcm")));
        assertThat(Arrays.equals(samples, frame(Phi.object(folder.resolve(twin + ".dcm")))))
                .isTrue();
    }

    private static Picture picture() {
        return new Picture(ROWS, COLUMNS).bits(8, 8);
    }

    private static int[] samples(Picture picture, byte[] stream) {
        return frame(picture.fragments(HTJ2K, stream).object());
    }

    private static int[] frame(DicomObject object) {
        return PixelData.of(object, DicomLimits.defaults()).frame(0).samples();
    }
}
