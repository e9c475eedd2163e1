package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The pixels of an object, decoded frame by frame when asked for.
 *
 * <p>Which syntaxes are read, by which decoder, and what is not, stands in {@code src/docs/pixels.md}. Safe for use by several
 * threads as long as the data set behind it does not change.
 */
public final class PixelData {
    private final DataSet dataSet;
    private final PixelLayout layout;
    private final IntFunction<int[]> source;

    private PixelData(DataSet dataSet, PixelLayout layout, IntFunction<int[]> source) {
        this.dataSet = dataSet;
        this.layout = layout;
        this.source = source;
    }

    /**
     * Looks at the header only; the size it claims is checked against the limits and, where it can be, against the data.
     *
     * @throws UnreadablePixels if there is no image here that can be read
     */
    public static PixelData of(DicomObject object, DicomLimits limits) {
        DataSet dataSet = object.dataSet();
        if (dataSet.contains(Tag.FLOAT_PIXEL_DATA) || dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
            throw new UnreadablePixels(Reason.FLOAT);
        }
        Element element = dataSet.element(Tag.PIXEL_DATA).orElseThrow(() -> new UnreadablePixels(Reason.NO_PIXEL_DATA));
        PixelLayout layout = PixelLayoutReader.read(dataSet, limits);
        if (!element.isEncapsulated()) {
            return new PixelData(dataSet, layout, uncompressed(element, layout, object.transferSyntax()));
        }
        FrameCodec codec = Codecs.of(object.transferSyntax());
        Fragments fragments = Fragments.of(element, layout.frames());
        PixelLayout known = layout.ofStream(precision(fragments, layout, codec));
        return new PixelData(dataSet, known, compressed(fragments, known, codec));
    }

    /** All frames have the precision of the first. A stream that is broken is told of when it is decoded. */
    private static int precision(Fragments fragments, PixelLayout layout, FrameCodec codec) {
        try {
            return codec.precision(fragments.frame(0), layout);
        } catch (IOException | UnreadablePixels broken) {
            return layout.bitsStored();
        }
    }

    private static IntFunction<int[]> uncompressed(Element element, PixelLayout layout, TransferSyntax syntax) {
        if (syntax.encapsulated()) {
            throw new UnreadablePixels(Reason.CORRUPT);
        }
        return NativeSamples.of(element, layout, syntax.bigEndian())::frame;
    }

    private static IntFunction<int[]> compressed(Fragments fragments, PixelLayout layout, FrameCodec codec) {
        return index -> {
            try {
                return codec.decode(fragments.frame(index), layout);
            } catch (IOException e) {
                throw UnreadablePixels.corrupt(e);
            }
        };
    }

    /** How the samples of a frame are to be understood. */
    PixelLayout layout() {
        return layout;
    }

    public int rows() {
        return layout.rows();
    }

    public int columns() {
        return layout.columns();
    }

    public int frames() {
        return layout.frames();
    }

    public int samplesPerPixel() {
        return layout.samplesPerPixel();
    }

    public int bitsAllocated() {
        return layout.bitsAllocated();
    }

    public int bitsStored() {
        return layout.bitsStored();
    }

    public boolean signed() {
        return layout.signed();
    }

    /** The header's word: {@code MONOCHROME1}, {@code MONOCHROME2}, {@code PALETTE COLOR}, {@code RGB}, {@code YBR_FULL}, … */
    public String photometricInterpretation() {
        return layout.photometric();
    }

    /** Whether all frames of another object have the same samples, however they are compressed. */
    public boolean sameAs(PixelData other) {
        return frames() == other.frames()
                && rows() == other.rows()
                && columns() == other.columns()
                && IntStream.range(0, frames())
                        .allMatch(i ->
                                Arrays.equals(frame(i).samples(), other.frame(i).samples()));
    }

    /**
     * The stored samples of a frame.
     *
     * @param index from 0
     * @throws UnreadablePixels if its compressed stream is broken
     */
    public Frame frame(int index) {
        Objects.checkIndex(index, layout.frames());
        return new Frame(layout.rows(), layout.columns(), layout.samplesPerPixel(), source.apply(index));
    }

    /**
     * A gray frame in modality units.
     *
     * @param index from 0
     * @throws UnreadablePixels (COLOUR) if the picture is in colour, or if its compressed stream is broken
     */
    public GrayFrame gray(int index) {
        if (!layout.photometric().startsWith("MONOCHROME")) {
            throw new UnreadablePixels(Reason.COLOUR, layout.photometric());
        }
        FunctionalGroups groups = new FunctionalGroups(dataSet, index);
        IntToDoubleFunction lut = ModalityLut.of(groups, layout.signed());
        Padding padding = Padding.of(dataSet, layout);
        int[] samples = frame(index).samples();
        float[] values = new float[samples.length];
        BitSet padded = Shutter.hidden(groups, layout.rows(), layout.columns());
        for (int i = 0; i < samples.length; i++) {
            int value = layout.value(samples[i]);
            values[i] = (float) lut.applyAsDouble(value);
            if (padding.covers(value) || padding.covers(samples[i])) {
                padded.set(i);
            }
        }
        return new GrayFrame(layout.rows(), layout.columns(), values, padded, inverted());
    }

    /** MONOCHROME1 and the shape INVERSE say the same (PS3.3 C.11.6.1.2): said of one picture, they turn it round once. */
    private boolean inverted() {
        return layout.photometric().equals("MONOCHROME1")
                || dataSet.string(Tag.PRESENTATION_LUT_SHAPE)
                        .filter("INVERSE"::equals)
                        .isPresent();
    }

    /** The window or table that the object proposes for a gray frame: the first window, else the first table. */
    public Optional<Voi> voi(int index) {
        FunctionalGroups groups = new FunctionalGroups(dataSet, Objects.checkIndex(index, layout.frames()));
        boolean negative = dataSet.decimal(Tag.RESCALE_INTERCEPT).orElse(0) < 0;
        return VoiReader.read(groups, layout.signed() || negative);
    }

    /**
     * A colour frame as red, green and blue of 0 to 255.
     *
     * @param index from 0
     * @throws UnreadablePixels if the compressed stream or the palette is broken
     * @throws IllegalStateException if the picture is gray
     */
    public Frame rgb(int index) {
        return rgb(frame(index));
    }

    /** The same of a frame that is decoded already. */
    Frame rgb(Frame frame) {
        return new Colour(dataSet, layout).rgb(frame);
    }
}
