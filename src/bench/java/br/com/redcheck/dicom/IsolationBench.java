package br.com.redcheck.dicom;

import br.com.redcheck.dicom.decoder.IsolatedDecoder;
import br.com.redcheck.dicom.decoder.PictureSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What it costs to decode in a child process: JPEG-LS with a child for every frame and with one for twenty, beside the same
 * picture in RLE decoded in our own process.
 *
 * <p>{@code mvn -Pbench package -DskipTests -Dbench.class=br.com.redcheck.dicom.IsolationBench -Dbench.argument=FILE.dcm} runs it on
 * an object in JPEG-LS and prints the median time of a frame in milliseconds,
 * and on Linux the processor time that a child takes for it, which other work on the machine does not stretch.
 */
final class IsolationBench {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 31;
    private static final int BATCH = 20;

    /** Where the time that children have spent stands in the kernel's line, counted behind the program's name. */
    private static final int CHILDREN_USER = 13;

    private IsolationBench() {}

    /** @param args a file in JPEG-LS */
    public static void main(String[] args) throws Exception {
        DicomObject object = read(Path.of(args[0]));
        PixelData pixels = PixelData.of(object, DicomLimits.defaults());
        PixelLayout layout = pixels.layout();
        byte[] stream = Fragments.of(object.dataSet().element(Tag.PIXEL_DATA).orElseThrow(), layout.frames())
                .frame(0);
        byte[] runLengths = RleEncoder.encode(pixels.frame(0).samples(), layout);
        RleCodec inside = new RleCodec();
        double before = processorTimeOfChildren();
        double alone = median(() -> IsolatedCodec.JPEG_LS.decode(stream, layout), 1);
        double aloneOnProcessor = (processorTimeOfChildren() - before) / (WARM_UP + ROUNDS);
        PictureSize size = new PictureSize(
                layout.rows(),
                layout.columns(),
                layout.samplesPerPixel(),
                StreamHeader.ofJpeg(stream).precision());
        List<byte[]> batch = Collections.nCopies(BATCH, stream);
        before = processorTimeOfChildren();
        double together = median(() -> IsolatedDecoder.JPEG_LS.decode(batch, size), BATCH);
        double togetherOnProcessor = (processorTimeOfChildren() - before) / (WARM_UP + ROUNDS) / BATCH;
        double ours = median(() -> inside.decode(runLengths, layout), 1);
        System.out.printf(
                "%dx%d: a child a frame %.1f ms, a child for %d frames %.1f ms, RLE inside %.1f ms; ratios %.1f and %.1f%n",
                layout.columns(), layout.rows(), alone, BATCH, together, ours, alone / ours, together / ours);
        System.out.printf(
                "On the processor: a child a frame %.1f ms, a child for %d frames %.1f ms%n",
                aloneOnProcessor, BATCH, togetherOnProcessor);
    }

    private static DicomObject read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DicomObject.read(in, DicomLimits.defaults());
        }
    }

    /** What all children that have ended took, in milliseconds: the kernel counts in hundredths of a second. */
    private static double processorTimeOfChildren() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return Double.NaN;
        }
        String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
        return 10.0 * (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1]));
    }

    private static double median(Callable<?> work, int frames) throws Exception {
        double[] times = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.call();
            if (round >= 0) {
                times[round] = (System.nanoTime() - start) / 1e6 / frames;
            }
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
