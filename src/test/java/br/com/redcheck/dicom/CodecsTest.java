package br.com.redcheck.dicom;

import static br.com.redcheck.dicom.PixelDataTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import br.com.redcheck.dicom.decoder.IsolatedDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class CodecsTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 30;
    private static final int[] NOISE =
            new Random(1).ints(ROWS * COLUMNS, 0, 1 << 16).toArray();

    @Test
    void runsAndLiteralsOfRleAreUnpacked() {
        byte[] high = Picture.packed(-3, 1, -128, 1, 2, 3); // 1 four times, nothing, 2, 3
        byte[] low = Picture.packed(-5, 9);
        PixelData pixels = new Picture(2, 3)
                .fragments(Streams.RLE, Streams.rleOf(high, low))
                .pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(0x109, 0x109, 0x109, 0x109, 0x209, 0x309);
    }

    @Test
    void brokenRleIsRefused() {
        byte[] whole = Streams.rle(1, 2, 3, 4);
        corrupt(new Picture(2, 2).fragments(Streams.RLE, Arrays.copyOf(whole, whole.length - 2)));
        corrupt(new Picture(2, 2).fragments(Streams.RLE, Arrays.copyOf(whole, 40)));
        corrupt(new Picture(2, 3).fragments(Streams.RLE, whole));
        corrupt(new Picture(2, 2).fragments(Streams.RLE, Streams.rleOf(Picture.packed(-3, 1))));
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void aStreamThatOneDecoderNeverReturnsFromIsRefused() throws IOException {
        byte[] endless = Files.readAllBytes(Path.of("src/test/resources/dicom/endless.jp2"));
        assumeTrue(IsolatedDecoder.isAvailable(), "There is no decoder for this platform");

        corrupt(new Picture(4, 6).fragments(Streams.JPEG_2000, endless));
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void onesThatHaveNoEndAreRefusedWithoutTheChildToo() throws IOException {
        byte[] inAPacketHeader = Files.readAllBytes(Path.of("src/test/resources/dicom/endless.jp2"));
        assertThatThrownBy(() -> decodedHere(Jpeg2000Comments.removed(inAPacketHeader)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ones");

        byte[] beforeTheEnd = smallJpeg2000();
        assertThat(decodedHere(beforeTheEnd)).containsExactly(Arrays.copyOf(NOISE, 24));
        beforeTheEnd[beforeTheEnd.length - 3] = (byte) 0xFF;
        assertThatThrownBy(() -> decodedHere(beforeTheEnd))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ones");
    }

    @Test
    void packetHeadersApartFromTheirPacketsAreRefusedByName() throws IOException {
        byte[] stream = smallJpeg2000();
        int sizesEnd = 4 + stream[5];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(stream, 0, sizesEnd);
        packed.writeBytes(Picture.packed(0xFF, 0x60, 0, 3, 0));
        packed.write(stream, sizesEnd, stream.length - sizesEnd);

        refused(Reason.UNSUPPORTED_LAYOUT, () -> decodedHere(packed.toByteArray()));
    }

    @Test
    void losslessJpegComesBackExactly() {
        byte[] stream = Streams.lossless(ROWS, COLUMNS, NOISE);
        PixelData pixels =
                new Picture(ROWS, COLUMNS).fragments(Streams.LOSSLESS, stream).pixels();
        assertThat(pixels.frame(0).samples()).isEqualTo(NOISE);
    }

    @Test
    void signedSamplesAreTheSameBitsReadOtherwise() throws IOException {
        int[] signed = Arrays.stream(NOISE).map(value -> (short) value).toArray();
        byte[] jpeg = Streams.lossless(ROWS, COLUMNS, NOISE);
        byte[] jpeg2000 = Streams.jpeg2000(ROWS, COLUMNS, NOISE);
        assertThat(new Picture(ROWS, COLUMNS)
                        .signed()
                        .fragments(Streams.LOSSLESS, jpeg)
                        .pixels()
                        .frame(0)
                        .samples())
                .isEqualTo(signed);
        assertThat(new Picture(ROWS, COLUMNS)
                        .signed()
                        .fragments(Streams.JPEG_2000, jpeg2000)
                        .pixels()
                        .frame(0)
                        .samples())
                .isEqualTo(signed);
    }

    @Test
    void reversibleJpeg2000ComesBackExactly() throws IOException {
        byte[] stream = Streams.jpeg2000(ROWS, COLUMNS, NOISE);
        PixelData pixels =
                new Picture(ROWS, COLUMNS).fragments(Streams.JPEG_2000, stream).pixels();
        assertThat(pixels.frame(0).samples()).isEqualTo(NOISE);
    }

    @Test
    void sequentialAndProgressiveJpegGiveTheSamePicture() throws IOException {
        int[] sequential = shallow("1.2.840.10008.1.2.4.51", Streams.dct(ROWS, COLUMNS, false));
        int[] progressive = shallow("1.2.840.10008.1.2.4.55", Streams.dct(ROWS, COLUMNS, true));
        assertThat(progressive).isEqualTo(sequential);
        assertThat(Arrays.stream(sequential).distinct().count()).isGreaterThan(50);
    }

    @Test
    void jpegOfTwelveBitsIsRefusedByName() throws IOException {
        byte[] stream = Streams.dct(ROWS, COLUMNS, false);
        stream[
                JpegSegments.of(stream).all().stream()
                        .filter(segment -> segment.marker() == 0xC0)
                        .findFirst()
                        .orElseThrow()
                        .data()] = 12;
        assertThatThrownBy(() -> new Picture(ROWS, COLUMNS)
                        .fragments("1.2.840.10008.1.2.4.51", stream)
                        .pixels()
                        .frame(0))
                .isInstanceOfSatisfying(UnreadablePixels.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
                    assertThat(refusal.arguments()).containsExactly("JPEG 12 bit");
                });
    }

    @Test
    void aDeflatedFrameComesBackExactlyAndAsLargeAsTheHeaderSays() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(9, true))) {
            out.write(Picture.wide(NOISE));
            out.write(new byte[1 << 20]);
        }
        byte[] stream = deflated.toByteArray();
        String syntax = "1.2.840.10008.1.2.8.1";
        assertThat(new Picture(ROWS, COLUMNS)
                        .fragments(syntax, stream)
                        .pixels()
                        .frame(0)
                        .samples())
                .isEqualTo(NOISE);
        corrupt(new Picture(ROWS, COLUMNS).fragments(syntax, part(stream, 5)));
        corrupt(new Picture(ROWS, COLUMNS).fragments(syntax, Picture.packed(0xFF, 0xFF)));
    }

    @Test
    void aStreamThatEndsEarlyIsRefusedAndNeverPaintedGray() throws IOException {
        byte[] lossless = Streams.lossless(ROWS, COLUMNS, NOISE);
        byte[] jpeg2000 = Streams.jpeg2000(ROWS, COLUMNS, NOISE);
        for (int tenth = 1; tenth < 10; tenth++) {
            corrupt(new Picture(ROWS, COLUMNS).fragments(Streams.LOSSLESS, part(lossless, tenth)));
            corrupt(new Picture(ROWS, COLUMNS).fragments(Streams.JPEG_2000, part(jpeg2000, tenth)));
        }
        DicomObject film = Phi.object("phi_06.dcm");
        Element whole = film.dataSet().element(Tag.PIXEL_DATA).orElseThrow();
        byte[] half = part(whole.fragments().get(0), 5);
        film.dataSet().put(Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, new byte[0], List.of(half)));
        refused(Reason.CORRUPT, () -> PixelData.of(film, DicomLimits.defaults()).frame(0));
    }

    @Test
    void aStreamOfAnotherSizeThanTheHeadersIsRefusedUndecoded() throws IOException {
        corrupt(new Picture(ROWS, COLUMNS + 1).fragments(Streams.LOSSLESS, Streams.lossless(ROWS, COLUMNS, NOISE)));
        corrupt(new Picture(ROWS + 1, COLUMNS).fragments(Streams.JPEG_2000, Streams.jpeg2000(ROWS, COLUMNS, NOISE)));
    }

    @Test
    void randomDamageEndsInSamplesOrInARefusal() throws IOException {
        byte[] jpeg2000 = Streams.jpeg2000(ROWS, COLUMNS, NOISE);
        byte[] lossless = Streams.lossless(ROWS, COLUMNS, NOISE);
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            endure(new Picture(ROWS, COLUMNS).fragments(Streams.JPEG_2000, damaged(jpeg2000, random)));
            endure(new Picture(ROWS, COLUMNS).fragments(Streams.LOSSLESS, damaged(lossless, random)));
        }
    }

    @Test
    void severalThreadsMayDecodeAtOnce() throws IOException {
        PixelData jpeg = new Picture(ROWS, COLUMNS)
                .fragments(Streams.LOSSLESS, Streams.lossless(ROWS, COLUMNS, NOISE))
                .pixels();
        PixelData jpeg2000 = new Picture(ROWS, COLUMNS)
                .fragments(Streams.JPEG_2000, Streams.jpeg2000(ROWS, COLUMNS, NOISE))
                .pixels();
        IntStream.range(0, 40).parallel().forEach(i -> {
            assertThat(jpeg.frame(0).samples()).isEqualTo(NOISE);
            assertThat(jpeg2000.frame(0).samples()).isEqualTo(NOISE);
        });
    }

    @Test
    void framesAreFoundByTheirOffsets() {
        byte[] first = Streams.rle(1, 2);
        byte[] second = Streams.rle(3, 4);
        byte[] head = Arrays.copyOf(second, 64);
        byte[] tail = Arrays.copyOfRange(second, 64, second.length);
        byte[] offsets = Picture.wide(0, 0, first.length + 8, 0);
        PixelData pixels = new Picture(1, 2)
                .frames(2)
                .located(Streams.RLE, offsets, first, head, tail)
                .pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(1, 2);
        assertThat(pixels.frame(1).samples()).containsExactly(3, 4);
    }

    @Test
    void withoutOffsetsFramesAreFoundByTheirBeginnings() {
        byte[] first = Streams.lossless(1, 2, 10, 20);
        byte[] second = Streams.lossless(1, 2, 30, 40);
        byte[] head = Arrays.copyOf(second, 20);
        byte[] tail = Arrays.copyOfRange(second, 20, second.length);
        PixelData pixels = new Picture(1, 2)
                .frames(2)
                .fragments(Streams.LOSSLESS, first, head, tail)
                .pixels();
        assertThat(pixels.frame(1).samples()).containsExactly(30, 40);
    }

    @Test
    void fewerFragmentsThanFramesAreTruncated() {
        refused(
                Reason.TRUNCATED,
                () -> new Picture(1, 2)
                        .frames(2)
                        .fragments(Streams.RLE, Streams.rle(1, 2))
                        .pixels());
    }

    @Test
    void aFragmentOfNoBytesAtTheEndBelongsToNoFrame() {
        byte[] first = Streams.rle(1, 2);
        byte[] second = Streams.rle(3, 4);
        for (byte[][] fragments : List.of(new byte[][] {first, second, {}}, new byte[][] {first, second, {}, {}})) {
            PixelData pixels = new Picture(1, 2)
                    .frames(2)
                    .fragments(Streams.RLE, fragments)
                    .pixels();
            assertThat(pixels.frame(1).samples()).containsExactly(3, 4);
        }
        assertThat(new Picture(1, 2)
                        .fragments(Streams.RLE, first, new byte[0])
                        .pixels()
                        .frame(0)
                        .samples())
                .containsExactly(1, 2);
    }

    @Test
    void oneFrameOfTwoThousandIsDecodedAlone() {
        byte[][] fragments = IntStream.range(0, 2000)
                .mapToObj(i -> i == 1999 ? Streams.rle(5, 6) : new byte[2])
                .toArray(byte[][]::new);
        PixelData pixels =
                new Picture(1, 2).frames(2000).fragments(Streams.RLE, fragments).pixels();
        assertThat(pixels.frame(1999).samples()).containsExactly(5, 6);
    }

    @Test
    void aFilmInBaselineJpegIsDecodedWhole() throws IOException {
        PixelData pixels = PixelData.of(Phi.object("phi_06.dcm"), DicomLimits.defaults());
        Frame frame = pixels.frame(0);
        assertThat(frame.samples()).hasSize(pixels.rows() * pixels.columns());
        assertThat(Arrays.stream(frame.samples()).distinct().count()).isGreaterThan(100);
    }

    private static byte[] smallJpeg2000() throws IOException {
        return Jpeg2000Comments.removed(Streams.jpeg2000(4, 6, Arrays.copyOf(NOISE, 24)));
    }

    private static int[] decodedHere(byte[] stream) throws IOException {
        PixelLayout layout = PixelLayoutReader.read(new Picture(4, 6).dataSet(), DicomLimits.defaults());
        return Jpeg2000Codec.decodeHere(stream, Jpeg2000Codec.checked(stream, layout), layout);
    }

    private static int[] shallow(String syntax, byte[] stream) {
        return new Picture(ROWS, COLUMNS)
                .bits(8, 8)
                .fragments(syntax, stream)
                .pixels()
                .frame(0)
                .samples();
    }

    private static byte[] part(byte[] stream, int tenths) {
        return Arrays.copyOf(stream, stream.length * tenths / 10);
    }

    private static byte[] damaged(byte[] stream, Random random) {
        byte[] copy = stream.clone();
        copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        copy[random.nextInt(Math.min(200, copy.length))] = (byte) random.nextInt();
        return copy;
    }

    private static void endure(Picture picture) {
        try {
            assertThat(picture.pixels().frame(0).samples()).hasSize(ROWS * COLUMNS);
        } catch (UnreadablePixels refusal) {
            assertThat(refusal.reason()).isIn(Reason.CORRUPT, Reason.UNSUPPORTED_LAYOUT);
        }
    }

    private static void corrupt(Picture picture) {
        refused(Reason.CORRUPT, () -> picture.pixels().frame(0));
    }
}
