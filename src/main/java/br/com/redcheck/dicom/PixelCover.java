package br.com.redcheck.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Covers rectangles of a picture: under them every pixel becomes the one that is shown darkest in its frame, outside them every
 * sample stays as it is decoded.
 *
 * <p>Uncompressed objects stay in their transfer syntax. Compressed ones become RLE Lossless; what an earlier compression lost
 * stays lost, and LossyImageCompression goes on saying so.
 */
public final class PixelCover {
    private static final TransferSyntax RLE = TransferSyntax.of("1.2.840.10008.1.2.5");

    private final PixelData pixels;
    private final PixelLayout layout;
    private final Map<Integer, List<Mask>> masks;
    private final boolean clearOverlays;

    private PixelCover(PixelData pixels, PixelLayout layout, List<Mask> masks, boolean clearOverlays) {
        this.pixels = pixels;
        this.layout = layout;
        this.masks = masks.stream().collect(Collectors.groupingBy(Mask::frame));
        this.clearOverlays = clearOverlays;
    }

    /**
     * A copy with the rectangles covered; the object itself if there are none. What reaches over the edge of the picture is cut
     * off there. Of YBR_FULL_422, where two neighbours share their colour, both are covered.
     *
     * @throws MaskOutsidePicture if a rectangle lies wholly outside, or in no frame
     * @throws UnreadablePixels if the picture cannot be decoded
     */
    public static DicomObject covered(DicomObject object, List<Mask> masks, DicomLimits limits) {
        if (masks.isEmpty()) {
            return object;
        }
        PixelData pixels = PixelData.of(object, limits);
        PixelCover cover = new PixelCover(pixels, pixels.layout(), masks, false);
        masks.forEach(cover::mustTouch);
        return cover.rewritten(object);
    }

    /**
     * A copy without the overlays that lie in its samples beside the stored bits (PS3.5 section 8.1.2), with all that is written in them;
     * the object itself if there are none.
     *
     * @param header says in which bits, which the object itself may not say any more
     * @throws UnreadablePixels if the picture cannot be decoded
     */
    static DicomObject withoutOverlays(DicomObject object, DataSet header, DicomLimits limits) {
        PixelData pixels = PixelData.of(object, limits);
        PixelLayout layout = pixels.layout().withOverlays(PixelLayoutReader.overlays(header, pixels.layout()));
        PixelCover cover = new PixelCover(pixels, layout, List.of(), true);
        return cover.holdsOverlays() ? cover.rewritten(object) : object;
    }

    private boolean holdsOverlays() {
        return layout.bitsStored() < layout.bitsAllocated()
                && frames().anyMatch(frame -> holdsOverlays(pixels.frame(frame).samples()));
    }

    private boolean holdsOverlays(int[] samples) {
        for (int sample : samples) {
            if (sample != layout.withoutOverlays(sample)) {
                return true;
            }
        }
        return false;
    }

    private IntStream frames() {
        return IntStream.range(0, layout.frames());
    }

    private DicomObject rewritten(DicomObject object) {
        Element element = object.dataSet().element(Tag.PIXEL_DATA).orElseThrow();
        DataSet copy = object.dataSet().copy();
        copy.remove(Tag.EXTENDED_OFFSET_TABLE);
        copy.remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
        if (!element.isEncapsulated()) {
            copy.put(uncompressed(element, object.transferSyntax()));
            return new DicomObject(object.transferSyntax(), copy);
        }
        describeDecoded(copy);
        if (layout.coded()) {
            describePrecision(copy);
        }
        copy.put(runLengths());
        return new DicomObject(RLE, copy);
    }

    private void mustTouch(Mask mask) {
        if (mask.frame() >= layout.frames() || mask.x() >= layout.columns() || mask.y() >= layout.rows()) {
            throw new MaskOutsidePicture();
        }
    }

    /** Decoded chroma has a sample for every pixel, and the decoder of JPEG 2000 has undone its colour transform. */
    private void describeDecoded(DataSet copy) {
        String photometric = switch (layout.photometric()) {
            case "YBR_FULL_422" -> "YBR_FULL";
            case "YBR_RCT", "YBR_ICT" -> "RGB";
            default -> layout.photometric();
        };
        copy.putString(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric);
        if (layout.samplesPerPixel() > 1) {
            copy.putShorts(Tag.PLANAR_CONFIGURATION, Vr.US, 1); // run lengths go colour by colour
        }
    }

    /** The stream has said how many bits its samples have; run lengths do not. */
    private void describePrecision(DataSet copy) {
        int bits = frames().flatMap(frame -> Arrays.stream(pixels.frame(frame).samples()))
                .map(sample -> Integer.SIZE
                        - Integer.numberOfLeadingZeros(sample < 0 ? ~sample : sample)
                        + (layout.signed() ? 1 : 0))
                .max()
                .orElse(0);
        int stored = Math.max(layout.bitsStored(), bits);
        copy.putShorts(Tag.BITS_STORED, Vr.US, stored);
        copy.putShorts(Tag.HIGH_BIT, Vr.US, stored - 1);
    }

    private Element uncompressed(Element element, TransferSyntax syntax) {
        NativeSamples samples = NativeSamples.copyOf(element, layout, syntax.bigEndian());
        frames().filter(frame -> clearOverlays || masks.containsKey(frame))
                .forEach(frame -> samples.put(frame, frame(frame)));
        return samples.element(element);
    }

    private Element runLengths() {
        return Fragments.element(
                Vr.OB,
                frames().mapToObj(frame -> RleEncoder.encode(frame(frame), layout))
                        .toList());
    }

    private int[] frame(int index) {
        Frame frame = pixels.frame(index);
        List<Mask> here = masks.getOrDefault(index, List.of());
        if (!here.isEmpty()) {
            int[] darkest = darkest(frame);
            here.forEach(mask -> cover(frame.samples(), mask, darkest));
        }
        if (clearOverlays) {
            Arrays.setAll(frame.samples(), i -> layout.withoutOverlays(frame.samples()[i]));
        }
        return frame.samples();
    }

    private void cover(int[] samples, Mask mask, int[] constant) {
        int shared = layout.chromaHalved() ? 1 : 0;
        int left = mask.x() & ~shared;
        int right = (int) Math.min(layout.columns(), ((long) mask.x() + mask.width() + shared) & ~shared);
        int bottom = (int) Math.min(layout.rows(), (long) mask.y() + mask.height());
        for (int row = mask.y(); row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int pixel = row * layout.columns() + column;
                System.arraycopy(constant, 0, samples, pixel * constant.length, constant.length);
            }
        }
    }

    /** The samples of the pixel that is shown darkest, without an overlay in the bits beside the stored ones. */
    private int[] darkest(Frame frame) {
        int pixel = layout.photometric().startsWith("MONOCHROME") ? darkestGray(frame) : darkestColour(frame);
        int first = pixel * layout.samplesPerPixel();
        return Arrays.stream(frame.samples(), first, first + layout.samplesPerPixel())
                .map(layout::withoutOverlays)
                .toArray();
    }

    private int darkestGray(Frame frame) {
        int sign = layout.photometric().equals("MONOCHROME1") ? -1 : 1;
        return least(layout.pixelsPerFrame(), pixel -> {
            int value = layout.value(frame.samples()[pixel]);
            return sign * (layout.signed() ? value : Integer.toUnsignedLong(value));
        });
    }

    private int darkestColour(Frame frame) {
        int[] rgb = pixels.rgb(frame).samples();
        return least(layout.pixelsPerFrame(), pixel -> rgb[3 * pixel] + rgb[3 * pixel + 1] + rgb[3 * pixel + 2]);
    }

    private static int least(int pixels, IntToLongFunction brightness) {
        int least = 0;
        for (int pixel = 1; pixel < pixels; pixel++) {
            if (brightness.applyAsLong(pixel) < brightness.applyAsLong(least)) {
                least = pixel;
            }
        }
        return least;
    }
}
