package br.com.redcheck.dicom;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as pixel data end in samples or in a refusal. */
class CodecsFuzzTest {
    private static final DicomLimits LIMITS = DicomLimits.defaults();
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    private static final int[] RAMP =
            IntStream.range(0, ROWS * COLUMNS).map(i -> 300 * i).toArray();

    static Stream<byte[]> rleSeeds() {
        return Stream.of(Streams.rle(RAMP));
    }

    @MethodSource("rleSeeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void runLengths(byte[] stream) {
        decode(Streams.RLE, stream);
    }

    static Stream<byte[]> losslessSeeds() {
        return Stream.of(Streams.lossless(ROWS, COLUMNS, RAMP));
    }

    @MethodSource("losslessSeeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void losslessJpeg(byte[] stream) {
        decode(Streams.LOSSLESS, stream);
    }

    static Stream<byte[]> dctSeeds() throws IOException {
        return Stream.of(Streams.dct(ROWS, COLUMNS, false), Streams.dct(ROWS, COLUMNS, true));
    }

    @MethodSource("dctSeeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void dctJpeg(byte[] stream) {
        attempt(new Picture(ROWS, COLUMNS).bits(8, 8).fragments(Streams.BASELINE, stream));
    }

    static Stream<byte[]> jpeg2000Seeds() throws IOException {
        return Stream.of(Streams.jpeg2000(ROWS, COLUMNS, RAMP));
    }

    /** Our checks and the decoder in our process, without the child that goes before it and takes a hundred times as long. */
    @MethodSource("jpeg2000Seeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void jpeg2000(byte[] wrapped) {
        PixelLayout layout = PixelLayoutReader.read(new Picture(ROWS, COLUMNS).dataSet(), LIMITS);
        try {
            byte[] stream = Jpeg2000Comments.removed(wrapped);
            Jpeg2000Codec.decodeHere(stream, Jpeg2000Codec.checked(stream, layout), layout);
        } catch (IOException | UnreadablePixels refusal) {
            // what broken bytes deserve
        }
    }

    @MethodSource("jpeg2000Seeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void jpeg2000ThroughTheChild(byte[] stream) {
        decode(Streams.JPEG_2000, stream);
    }

    static Stream<byte[]> deflatedSeeds() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(9, true))) {
            out.write(Picture.wide(RAMP));
        }
        return Stream.of(deflated.toByteArray());
    }

    @MethodSource("deflatedSeeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void deflatedFrame(byte[] stream) {
        decode("1.2.840.10008.1.2.8.1", stream);
    }

    static Stream<byte[]> isolatedSeeds() throws IOException {
        return Stream.concat(jpeg2000Seeds(), Stream.of(Streams.jpegLsHeader(ROWS, COLUMNS)));
    }

    /** What is ours before and after the child process, which no fuzzer can start a million times. */
    @MethodSource("isolatedSeeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void doorOfTheIsolatedDecoder(byte[] stream) {
        PixelLayout layout = PixelLayoutReader.read(new Picture(ROWS, COLUMNS).dataSet(), LIMITS);
        for (IsolatedCodec codec : IsolatedCodec.values()) {
            try {
                StreamHeader header = codec.checked(codec.withoutComments(stream, layout), layout);
                int width = header.precision() > 8 ? 2 : 1;
                IsolatedCodec.samples(Arrays.copyOf(stream, width * RAMP.length), header, layout);
            } catch (IOException | UnreadablePixels refusal) {
                // what broken bytes deserve
            }
        }
    }

    @MethodSource("isolatedSeeds")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void comments(byte[] stream) {
        for (String syntax : List.of(Streams.RLE, Streams.LOSSLESS, Streams.JPEG_2000, Streams.JPEG_LS)) {
            Picture picture = new Picture(ROWS, COLUMNS).fragments(syntax, stream);
            try {
                CompressedStreams.withoutComments(picture.object(), LIMITS);
            } catch (UnreadablePixels refusal) {
                // what broken bytes deserve
            }
        }
    }

    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void uncompressed(FuzzedDataProvider data) {
        Picture picture = new Picture(data.consumeInt(0, 20), data.consumeInt(0, 20))
                .bits(data.consumeInt(0, 40), data.consumeInt(0, 40))
                .number(Tag.SAMPLES_PER_PIXEL, data.consumeInt(0, 4))
                .number(Tag.PIXEL_REPRESENTATION, data.consumeInt(0, 2))
                .number(Tag.PLANAR_CONFIGURATION, data.consumeInt(0, 2))
                .photometric(data.pickValue(List.of("MONOCHROME1", "RGB", "YBR_FULL_422", "PALETTE COLOR")))
                .frames(data.consumeInt(-1, 4));
        for (int colour = 0; colour < 3; colour++) {
            picture.number(
                    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour,
                    data.consumeInt(0, 300),
                    data.consumeInt(),
                    data.consumeInt(0, 17));
            int kind = data.consumeBoolean()
                    ? Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA
                    : Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA;
            picture.dataSet().put(Element.of(kind + colour, Vr.OW, data.consumeBytes(100)));
        }
        attempt(picture.nativeBytes(data.consumeRemainingAsBytes()));
    }

    private static void decode(String syntax, byte[] stream) {
        attempt(new Picture(ROWS, COLUMNS).fragments(syntax, stream));
    }

    /** Reads, converts and covers the last frame. */
    private static void attempt(Picture picture) {
        try {
            PixelData pixels = picture.pixels();
            int last = pixels.frames() - 1;
            if (pixels.photometricInterpretation().startsWith("MONOCHROME")) {
                pixels.gray(last);
            } else {
                pixels.rgb(last);
            }
            PixelCover.covered(picture.object(), List.of(new Mask(last, 0, 0, 3, 3)), LIMITS);
        } catch (UnreadablePixels refusal) {
            // what broken bytes deserve
        }
    }
}
