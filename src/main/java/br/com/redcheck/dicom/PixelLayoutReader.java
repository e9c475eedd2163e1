package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.util.Set;

/** Reads the Image Pixel Module of a data set and refuses what cannot be true or is too much. */
final class PixelLayoutReader {
    /** A quarter of a gigabyte as samples; the largest chest film has a quarter of that many pixels. */
    private static final long MOST_SAMPLES_PER_FRAME = 1L << 26;

    private static final int FIRST_OVERLAY = 0x6000;
    private static final int LAST_OVERLAY = 0x601E;
    private static final int OVERLAY_BIT_POSITION = 0x0102;

    private static final Set<String> GRAY_OR_PALETTE = Set.of("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR");
    private static final Set<String> COLOUR = Set.of("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT");

    private final DataSet dataSet;

    private PixelLayoutReader(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    static PixelLayout read(DataSet dataSet, DicomLimits limits) {
        PixelLayout layout = new PixelLayoutReader(dataSet).layout();
        long pixels = (long) layout.rows() * layout.columns() * layout.frames();
        if (layout.frames() > limits.frames() || pixels > limits.pixels()) {
            throw new UnreadablePixels(Reason.TOO_LARGE, layout.columns(), layout.rows(), layout.frames());
        }
        if ((long) layout.rows() * layout.columns() * layout.samplesPerPixel() > MOST_SAMPLES_PER_FRAME) {
            throw new UnreadablePixels(Reason.TOO_LARGE, layout.columns(), layout.rows(), layout.frames());
        }
        return layout;
    }

    private PixelLayout layout() {
        int rows = within(Tag.ROWS, "Rows", 1, 65_535);
        int columns = within(Tag.COLUMNS, "Columns", 1, 65_535);
        // Where it is missing the photometric interpretation decides whether one can be meant.
        int samplesPerPixel = dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        int bitsAllocated = within(Tag.BITS_ALLOCATED, "BitsAllocated", 1, 65_535);
        if (!Set.of(1, 8, 16, 32).contains(bitsAllocated)) {
            throw new UnreadablePixels(Reason.UNSUPPORTED_LAYOUT, "BitsAllocated " + bitsAllocated);
        }
        int bitsStored = within(Tag.BITS_STORED, "BitsStored", 1, bitsAllocated);
        int highBit = dataSet.contains(Tag.HIGH_BIT)
                ? within(Tag.HIGH_BIT, "HighBit", bitsStored - 1, bitsAllocated - 1)
                : bitsStored - 1;
        boolean signed = within(Tag.PIXEL_REPRESENTATION, "PixelRepresentation", 0, 1) == 1;
        // NumberOfFrames is 0 in some single-frame files.
        int frames = Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        boolean planar = dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1;
        String photometric = photometric(samplesPerPixel);
        if (bitsAllocated == 1 && samplesPerPixel != 1) { // PS3.5 section 8.1.1 has single bits for one sample only
            throw new UnreadablePixels(Reason.HEADER, "BitsAllocated");
        }
        if (photometric.equals("YBR_FULL_422") && columns % 2 != 0) {
            throw new UnreadablePixels(Reason.HEADER, "Columns");
        }
        return new PixelLayout(
                rows,
                columns,
                frames,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                highBit,
                signed,
                planar,
                photometric,
                overlays(dataSet, highBit + 1 - bitsStored, highBit, bitsAllocated),
                0);
    }

    /** The bits beside the stored ones in which a header says that overlays lie. */
    static int overlays(DataSet header, PixelLayout layout) {
        return overlays(header, layout.highBit() + 1 - layout.bitsStored(), layout.highBit(), layout.bitsAllocated());
    }

    private static int overlays(DataSet header, int lowest, int highest, int bitsAllocated) {
        int bits = 0;
        for (int group = FIRST_OVERLAY; group <= LAST_OVERLAY; group += 2) {
            int position = header.integer(group << 16 | OVERLAY_BIT_POSITION).orElse(lowest);
            if (position >= 0 && position < bitsAllocated && (position < lowest || position > highest)) {
                bits |= 1 << position;
            }
        }
        return bits;
    }

    private String photometric(int samplesPerPixel) {
        String photometric = dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION)
                .orElseThrow(() -> new UnreadablePixels(Reason.HEADER, "PhotometricInterpretation"));
        if (!GRAY_OR_PALETTE.contains(photometric) && !COLOUR.contains(photometric)) {
            // The file's own word is not echoed: it may be anything.
            throw new UnreadablePixels(Reason.UNSUPPORTED_LAYOUT, "PhotometricInterpretation");
        }
        if (samplesPerPixel != (COLOUR.contains(photometric) ? 3 : 1)) {
            throw new UnreadablePixels(Reason.HEADER, "SamplesPerPixel");
        }
        return photometric;
    }

    private int within(int tag, String keyword, int least, int most) {
        int value = dataSet.integer(tag).orElseThrow(() -> new UnreadablePixels(Reason.HEADER, keyword));
        if (value < least || value > most) {
            throw new UnreadablePixels(Reason.HEADER, keyword);
        }
        return value;
    }
}
