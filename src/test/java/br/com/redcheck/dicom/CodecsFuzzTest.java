package br.com.redcheck.dicom;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as one compressed frame end in samples or in a refusal. */
class CodecsFuzzTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    private static final int[] RAMP =
            IntStream.range(0, ROWS * COLUMNS).map(i -> 300 * i).toArray();

    static Stream<byte[]> lossless() {
        return Stream.of(Streams.lossless(ROWS, COLUMNS, RAMP));
    }

    @FuzzTest
    @MethodSource("lossless")
    void losslessJpeg(byte[] stream) {
        decode(Streams.LOSSLESS, stream);
    }

    private static void decode(String syntax, byte[] stream) {
        try {
            new Picture(ROWS, COLUMNS).fragments(syntax, stream).pixels().frame(0);
        } catch (UnreadablePixels refusal) {
            // what broken bytes deserve
        }
    }
}
