package br.com.redcheck.dicom;

/**
 * How the samples of an image lie in its pixel data: the Image Pixel Module (PS3.3 C.7.6.3) in numbers.
 *
 * @param overlays the bits of a sample in which the header says that an overlay lies (OverlayBitPosition of the groups 60xx, until 2004),
 *     beside the stored ones
 * @param precision bits of a sample as a compressed stream says them, as JPEG does, which is believed more than BitsStored; 0 where samples lie
 *     as in uncompressed pixel data
 */
record PixelLayout(
        int rows,
        int columns,
        int frames,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean planar,
        String photometric,
        int overlays,
        int precision) {

    int pixelsPerFrame() {
        return rows * columns;
    }

    int samplesPerFrame() {
        return pixelsPerFrame() * samplesPerPixel;
    }

    int bytesPerSample() {
        return bitsAllocated / 8;
    }

    /** Whether two pixels share one pair of chroma samples in uncompressed pixel data. */
    boolean chromaHalved() {
        return photometric.equals("YBR_FULL_422");
    }

    /** The number that the low {@code bits} of {@code raw} stand for. */
    static int signExtended(int raw, int bits) {
        int unused = 32 - bits;
        return (raw << unused) >> unused;
    }

    /** The same, its samples coming out of a stream that says their precision. */
    PixelLayout ofStream(int bits) {
        return with(overlays, bits);
    }

    /** Whether they do. */
    boolean coded() {
        return precision > 0;
    }

    /** The same with overlays in these bits. */
    PixelLayout withOverlays(int bits) {
        return with(bits, precision);
    }

    private PixelLayout with(int overlayBits, int ofStream) {
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
                overlayBits,
                ofStream);
    }

    /**
     * The measurement in a sample. Overlays are cut away. What is greater than BitsStored has room for is white, not what is left of it
     * without its upper bits; in a stream that says its precision it is what it is.
     */
    int value(int sample) {
        if (signed && overlays != 0) {
            return signExtended(sample >> unusedBelow(), bitsStored);
        }
        if (signed) {
            return signedValue(sample);
        }
        return coded() ? sample & ~overlays : saturated(sample);
    }

    private int saturated(int sample) {
        int all = -1 >>> (32 - bitsStored);
        int measured = (sample & (-1 >>> (32 - bitsAllocated)) & ~overlays) >>> unusedBelow();
        return Integer.compareUnsigned(measured, all) > 0 ? all : measured;
    }

    /** Some write the sign into all bits above it, some leave them zero: what fits into the stored bits is read by their own sign. */
    private int signedValue(int sample) {
        int measured = coded() ? signExtended(sample, Math.max(precision, bitsStored)) : sample >> unusedBelow();
        long half = 1L << (bitsStored - 1);
        if (measured >= -half && measured < 2 * half) {
            return signExtended(measured, bitsStored);
        }
        return coded() ? measured : (int) (measured < 0 ? -half : half - 1);
    }

    private int unusedBelow() {
        return coded() ? 0 : highBit + 1 - bitsStored;
    }

    /** The sample with nothing in it that is no part of its measurement: neither overlays nor what lies below the lowest stored bit. */
    int withoutOverlays(int sample) {
        int below = unusedBelow();
        return signed && overlays != 0 ? value(sample) << below : (sample & ~overlays) >> below << below;
    }
}
