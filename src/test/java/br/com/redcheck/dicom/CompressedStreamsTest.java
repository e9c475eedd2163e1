package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import br.com.redcheck.platform.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedStreamsTest {
    private static final DicomLimits LIMITS = DicomLimits.defaults();
    private static final String SECRET = "MARIA DA SILVA";
    private static final int ROWS = 20;
    private static final int COLUMNS = 30;
    private static final int[] NOISE =
            new Random(6).ints(ROWS * COLUMNS, 0, 1 << 16).toArray();

    @Test
    void aJpegLosesItsCommentsAndItsTail() throws IOException {
        byte[] plain = Streams.lossless(ROWS, COLUMNS, NOISE);
        byte[] spoken = joined(
                Arrays.copyOf(plain, 2),
                segment(0xE1, SECRET),
                segment(0xFE, SECRET),
                Arrays.copyOfRange(plain, 2, plain.length),
                SECRET.getBytes(StandardCharsets.US_ASCII));
        assertThat(Arrays.equals(cleaned(Streams.LOSSLESS, spoken), even(plain)))
                .isTrue();
    }

    @Test
    void aJpegKeepsWhatItsColoursHangOnAndNothingBehindIt() throws IOException {
        byte[] plain = Streams.lossless(ROWS, COLUMNS, NOISE);
        byte[] adobe = joined("Adobe".getBytes(StandardCharsets.US_ASCII), Picture.packed(0, 100, 1, 2, 3, 4, 1));
        byte[] transform = joined(Picture.packed(0xFF, 0xEE, 0, 14), adobe);
        transform[9 + 2] = 1; // a version of its own
        byte[] spoken = joined(Arrays.copyOf(plain, 2), transform, Arrays.copyOfRange(plain, 2, plain.length));
        byte[] clean = JpegSegments.of(spoken).withoutComments();
        byte[] canonical = joined(Picture.packed(0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 1));
        assertThat(Arrays.copyOfRange(clean, 2, 2 + canonical.length)).containsExactly(canonical);
    }

    @Test
    void aJpeg2000LosesItsCommentsInBothHeadersAndKeepsItsLengthsRight() throws IOException {
        byte[] plain = Jpeg2000Comments.removed(Streams.jpeg2000(ROWS, COLUMNS, NOISE));
        byte[] comment = joined(Picture.packed(0xFF, 0x64, 0, 4 + SECRET.length(), 0, 1), bytes(SECRET));
        byte[] lengths = Picture.packed(0xFF, 0x55, 0, 8, 0, 0x40, 0, 0, 0, 9);
        int tile = indexOf(plain, 0xFF, 0x90);
        byte[] part = Arrays.copyOfRange(plain, tile, tile + 12);
        ByteBuffer.wrap(part).putInt(6, ByteBuffer.wrap(part).getInt(6) + comment.length);
        byte[] spoken = joined(
                Arrays.copyOf(plain, tile),
                comment,
                lengths,
                part,
                comment,
                Arrays.copyOfRange(plain, tile + 12, plain.length),
                bytes(SECRET));
        assertThat(Arrays.equals(cleaned(Streams.JPEG_2000, spoken), even(plain)))
                .isTrue();
    }

    @Test
    void runLengthsAndDeflatedFramesArePackedAfresh() throws IOException {
        byte[] rle = joined(Streams.rle(NOISE), bytes(SECRET));
        assertThat(new String(cleaned(Streams.RLE, rle), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
    }

    @Test
    void bytesBehindTheLastNativeSampleGo() {
        DicomObject object = new Picture(1, 2).words(1, 2, 3, 4).object();
        Element clean = pixelData(CompressedStreams.withoutComments(object, LIMITS));
        assertThat(clean.value()).containsExactly(1, 0, 2, 0);
    }

    @Test
    void framesInPiecesAreJoinedAndLocated() {
        byte[] first = Streams.lossless(1, 2, 10, 20);
        byte[] second = Streams.lossless(1, 2, 30, 40);
        byte[] head = Arrays.copyOf(second, 20);
        byte[] tail = Arrays.copyOfRange(second, 20, second.length);
        DicomObject object = new Picture(1, 2)
                .frames(2)
                .fragments(Streams.LOSSLESS, first, head, tail)
                .object();
        object.dataSet().put(Element.of(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, new byte[16]));
        DicomObject clean = CompressedStreams.withoutComments(object, LIMITS);
        assertThat(pixelData(clean).fragments()).hasSize(2);
        assertThat(ByteBuffer.wrap(pixelData(clean).offsetTable()).getInt(4)).isNotZero();
        assertThat(clean.dataSet().contains(Tag.EXTENDED_OFFSET_TABLE)).isFalse();
        assertThat(PixelData.of(clean, LIMITS).frame(1).samples()).containsExactly(30, 40);
    }

    /** The answer key plants them in the compressed stream and behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"phi_06.dcm", "phi_12.dcm", "phi_15.dcm"})
    void whatIsPlantedInFilmsGoesAndTheSamplesStay(String film) throws IOException {
        DicomObject object = Phi.object(film);
        DicomObject clean = CompressedStreams.withoutComments(object, LIMITS);
        String text = new String(pixelData(clean).fragments().get(0), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Paciente", "PACIENTE", "CPF", "JFIF");
        assertSameSamples(object, clean);
    }

    @Test
    void everyFileOfTheCorpusKeepsItsSamples() throws IOException {
        Path folder = SharedData.folder().resolve("dicom");
        int same = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dcm")).toList()) {
                same += isReadable(file) ? 1 : 0;
            }
        }
        assertThat(same).isGreaterThan(200);
    }

    private static boolean isReadable(Path file) throws IOException {
        DicomObject object;
        try {
            object = Phi.object(file);
            PixelData.of(object, LIMITS).frame(0);
        } catch (Refusal refusal) {
            return false;
        }
        assertSameSamples(object, CompressedStreams.withoutComments(object, LIMITS));
        return true;
    }

    private static void assertSameSamples(DicomObject before, DicomObject after) {
        PixelData one = PixelData.of(before, LIMITS);
        PixelData other = PixelData.of(after, LIMITS);
        for (int frame = 0; frame < one.frames(); frame++) {
            assertThat(Arrays.equals(
                            one.frame(frame).samples(), other.frame(frame).samples()))
                    .isTrue();
        }
    }

    private static byte[] cleaned(String syntax, byte[] stream) {
        DicomObject object =
                new Picture(ROWS, COLUMNS).fragments(syntax, stream).object();
        DicomObject clean = CompressedStreams.withoutComments(object, LIMITS);
        assertSameSamples(object, clean);
        return pixelData(clean).fragments().get(0);
    }

    private static Element pixelData(DicomObject object) {
        return object.dataSet().element(Tag.PIXEL_DATA).orElseThrow();
    }

    private static byte[] segment(int marker, String text) {
        return joined(Picture.packed(0xFF, marker, 0, 2 + text.length()), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** As a fragment comes. */
    private static byte[] even(byte[] stream) {
        return Arrays.copyOf(stream, stream.length + stream.length % 2);
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        int at = 0;
        while (bytes[at] != (byte) first || bytes[at + 1] != (byte) second) {
            at++;
        }
        return at;
    }
}
