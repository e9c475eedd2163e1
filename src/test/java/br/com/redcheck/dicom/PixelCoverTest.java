package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.SharedData;
import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelCoverTest {
    private static final int OVERLAY_BIT_POSITION = 0x60000102;
    private static final DicomLimits LIMITS = DicomLimits.defaults();
    private static final int ROWS = 10;
    private static final int COLUMNS = 12;
    private static final int[] NOISE =
            new Random(3).ints(ROWS * COLUMNS, 0, 1 << 16).toArray();

    @Test
    void grayIsCoveredWithItsDarkestValue() throws IOException {
        DicomObject unsigned = new Picture(1, 4)
                .bits(16, 12)
                .number(OVERLAY_BIT_POSITION, 15)
                .words(700, 0x8005, 9, 3000)
                .object();
        assertThat(samples(covered(unsigned, new Mask(0, 2, 0, 2, 1)), 0)).containsExactly(700, 0x8005, 5, 5);

        DicomObject inverted =
                new Picture(1, 3).photometric("MONOCHROME1").words(7, 30, 9).object();
        assertThat(samples(covered(inverted, new Mask(0, 0, 0, 1, 1)), 0)).containsExactly(30, 30, 9);

        DicomObject signed =
                new Picture(1, 3).signed().bits(16, 12).words(7, 0x0F00, 9).object();
        assertThat(samples(covered(signed, new Mask(0, 2, 0, 1, 1)), 0)).containsExactly(7, 0x0F00, 0x0F00);
    }

    @Test
    void everyLayoutKeepsWhatIsOutside() throws IOException {
        int[] bytes = new Random(4).ints(6 * ROWS * COLUMNS, 0, 256).toArray();
        assertCovered(new Picture(ROWS, COLUMNS).words(NOISE).object());
        assertCovered(new Picture(ROWS, COLUMNS).bits(8, 8).bytes(bytes).object());
        assertCovered(
                new Picture(ROWS, COLUMNS).bits(1, 1).frames(3).bytes(bytes).object());
        assertCovered(new Picture(ROWS, COLUMNS).bits(32, 32).bytes(bytes).object());
        assertCovered(new Picture(ROWS, COLUMNS).colour("RGB").bytes(bytes).object());
        assertCovered(new Picture(ROWS, COLUMNS)
                .colour("RGB")
                .frames(2)
                .number(Tag.PLANAR_CONFIGURATION, 1)
                .bytes(bytes)
                .object());
        assertCovered(new Picture(ROWS, COLUMNS).colour("YBR_FULL").bytes(bytes).object());
        assertCovered(
                new Picture(ROWS, COLUMNS).colour("YBR_FULL_422").bytes(bytes).object());
        DataSet wide = new Picture(ROWS, COLUMNS).bits(32, 32).bytes(bytes).dataSet();
        assertCovered(new DicomObject(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, wide));
    }

    @Test
    void compressedPicturesComeBackAsRunLengths() throws IOException {
        byte[][] streams = {Streams.lossless(ROWS, COLUMNS, NOISE), Streams.rle(NOISE)};
        for (byte[] stream : List.of(streams[0])) {
            assertCovered(new Picture(ROWS, COLUMNS)
                    .fragments(Streams.LOSSLESS, stream)
                    .object());
            assertCovered(new Picture(ROWS, COLUMNS)
                    .signed()
                    .frames(3)
                    .fragments(Streams.LOSSLESS, stream, stream, stream)
                    .object());
        }
        assertCovered(
                new Picture(ROWS, COLUMNS).fragments(Streams.RLE, streams[1]).object());
        assertCovered(new Picture(ROWS, COLUMNS)
                .fragments(Streams.JPEG_2000, Streams.jpeg2000(ROWS, COLUMNS, NOISE))
                .object());
    }

    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_12.dcm", "phi_15.dcm"})
    void filmsKeepWhatIsOutside(String film) throws IOException {
        assertCovered(Phi.object(film));
    }

    @Test
    void anOverlayInTheBitsBesideTheStoredOnesGoes() throws IOException {
        DicomObject film = Phi.object("phi_01.dcm"); // 12 bits of 16
        DataSet header = new DataSet();
        header.putShorts(OVERLAY_BIT_POSITION, Vr.US, 15);
        int[] before = PixelData.of(film, LIMITS).frame(0).samples();
        assertThat(PixelCover.withoutOverlays(film, header, LIMITS)).isSameAs(film);

        drawInHighestBit(film);

        DicomObject cleaned = PixelCover.withoutOverlays(film, header, LIMITS);
        assertThat(PixelData.of(cleaned, LIMITS).frame(0).samples()).isEqualTo(before);
    }

    /** They are measurements that found no room, and nothing is taken out of them. */
    @Test
    void bitsAboveTheStoredOnesThatNoHeaderCallsAnOverlayStay() throws IOException {
        DicomObject film = Phi.object("phi_01.dcm");
        drawInHighestBit(film);

        assertThat(PixelCover.withoutOverlays(film, new DataSet(), LIMITS)).isSameAs(film);
    }

    private static void drawInHighestBit(DicomObject film) {
        byte[] pixels = film.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value();
        for (int high = 1; high < pixels.length; high += 40) {
            pixels[high] |= (byte) 0x80;
        }
    }

    @Test
    void whatIsCoveredKeepsTheValuesThatItsStreamHadBeyondTheStoredBits() throws IOException {
        int[] samples = new int[ROWS * COLUMNS];
        samples[ROWS * COLUMNS - 1] = 5000;
        DicomObject film = new Picture(ROWS, COLUMNS)
                .bits(16, 12)
                .fragments(Streams.LOSSLESS, Streams.lossless(ROWS, COLUMNS, samples))
                .object();

        assertThat(PixelCover.withoutOverlays(film, film.dataSet(), LIMITS)).isSameAs(film);

        PixelData pixels = PixelData.of(covered(film, new Mask(0, 0, 0, 2, 2)), LIMITS);

        assertThat(pixels.bitsStored()).isEqualTo(13);
        assertThat(pixels.gray(0).values()).endsWith(5000);
    }

    @Test
    void decodedColourIsDescribedAsItIs() throws IOException {
        DataSet dataSet = new Picture(ROWS, COLUMNS).colour("YBR_ICT").dataSet();
        dataSet.putString(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "01");
        int[] bytes = new Random(5).ints(3 * ROWS * COLUMNS, 0, 256).toArray();
        PixelLayout layout = PixelLayoutReader.read(dataSet, LIMITS);
        dataSet.put(Fragments.element(Vr.OB, List.of(RleEncoder.encode(bytes, layout))));
        DicomObject covered =
                covered(new DicomObject(TransferSyntax.of(Streams.RLE), dataSet), new Mask(0, 1, 1, 2, 2));
        assertThat(covered.dataSet().string(Tag.PHOTOMETRIC_INTERPRETATION)).contains("RGB");
        assertThat(covered.dataSet().integer(Tag.PLANAR_CONFIGURATION)).hasValue(1);
        assertThat(covered.dataSet().string(Tag.LOSSY_IMAGE_COMPRESSION)).contains("01");
    }

    @Test
    void aMaskIsCutAtTheEdgeAndRefusedBeyondIt() throws IOException {
        DicomObject object = new Picture(1, 3).words(1, 2, 3).object();
        Mask over = new Mask(0, 1, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(samples(covered(object, over), 0)).containsExactly(1, 1, 1);
        for (Mask beside : List.of(new Mask(0, 3, 0, 1, 1), new Mask(0, 0, 1, 1, 1), new Mask(1, 0, 0, 1, 1))) {
            assertThatThrownBy(() -> covered(object, beside)).isInstanceOf(MaskOutsidePicture.class);
        }
    }

    @Test
    void withoutMasksNothingChanges() {
        DicomObject object = new Picture(1, 1).words(1).object();
        assertThat(PixelCover.covered(object, List.of(), LIMITS)).isSameAs(object);
    }

    @Test
    void everyFileOfTheCorpusKeepsWhatIsOutside() throws IOException {
        Path folder = SharedData.folder().resolve("dicom");
        int covered = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dcm")).toList()) {
                covered += isReadable(file) ? 1 : 0;
            }
        }
        assertThat(covered).isGreaterThan(200);
    }

    private static boolean isReadable(Path file) throws IOException {
        DicomObject object;
        try {
            object = Phi.object(file);
            PixelData pixels = PixelData.of(object, LIMITS);
            IntStream.range(0, pixels.frames()).forEach(pixels::frame);
        } catch (Refusal refusal) {
            return false;
        }
        assertCovered(object);
        return true;
    }

    /** Covers a part of the first and of the last frame, writes, reads again and compares all samples. */
    private static void assertCovered(DicomObject original) throws IOException {
        PixelData before = PixelData.of(original, LIMITS);
        List<Mask> masks = List.of(
                new Mask(0, before.columns() / 4, before.rows() / 3, 1 + before.columns() / 3, 1 + before.rows() / 4),
                new Mask(before.frames() - 1, 0, before.rows() - 1, 1, 1));
        DicomObject covered = covered(original, masks.toArray(Mask[]::new));
        PixelData after = PixelData.of(covered, LIMITS);
        assertThat(covered.transferSyntax())
                .isEqualTo(
                        original.transferSyntax().encapsulated()
                                ? TransferSyntax.of(Streams.RLE)
                                : original.transferSyntax());
        for (int frame = 0; frame < before.frames(); frame++) {
            compare(before.frame(frame), after.frame(frame), inside(masks, frame, before));
        }
    }

    private static void compare(Frame before, Frame after, boolean[] inside) {
        int perPixel = before.samplesPerPixel();
        List<int[]> constants = new ArrayList<>();
        for (int pixel = 0; pixel < inside.length; pixel++) {
            int from = pixel * perPixel;
            int[] now = Arrays.copyOfRange(after.samples(), from, from + perPixel);
            if (!inside[pixel]) {
                assertThat(Arrays.equals(before.samples(), from, from + perPixel, now, 0, perPixel))
                        .isTrue();
            } else if (constants.isEmpty()) {
                constants.add(now);
            } else {
                assertThat(Arrays.equals(now, constants.get(0))).isTrue();
            }
        }
    }

    private static boolean[] inside(List<Mask> masks, int frame, PixelData pixels) {
        boolean[] inside = new boolean[pixels.rows() * pixels.columns()];
        int pair = pixels.photometricInterpretation().equals("YBR_FULL_422") ? 2 : 1;
        for (Mask mask : masks) {
            for (int i = 0; mask.frame() == frame && i < inside.length; i++) {
                int row = i / pixels.columns();
                int first = i % pixels.columns() / pair * pair;
                inside[i] |= row >= mask.y()
                        && row < mask.y() + mask.height()
                        && first + pair > mask.x()
                        && first < mask.x() + mask.width();
            }
        }
        return inside;
    }

    private static DicomObject covered(DicomObject object, Mask... masks) throws IOException {
        return Phi.object(Phi.bytes(PixelCover.covered(object, List.of(masks), LIMITS)));
    }

    private static int[] samples(DicomObject object, int frame) {
        return PixelData.of(object, LIMITS).frame(frame).samples();
    }
}
