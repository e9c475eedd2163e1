package br.com.redcheck.dicom;

/** How the samples of an image lie in its pixel data: the Image Pixel Module (PS3.3 C.7.6.3) in numbers. */
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
        String photometric) {

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

    /** The measurement in a stored sample: the bits above and below it, where old files keep overlays, are cut away. */
    int value(int sample) {
        int shifted = sample >>> (highBit + 1 - bitsStored);
        return signed ? signExtended(shifted, bitsStored) : shifted & (-1 >>> (32 - bitsStored));
    }

    /** The same measurement with nothing else in the sample: zeros in the bits beside it, or its sign in those above. */
    int withoutUnstored(int sample) {
        return value(sample) << (highBit + 1 - bitsStored);
    }

    /** Whether there is more in a sample than its measurement and, above it, zeros or its sign. */
    boolean holdsUnstored(int sample) {
        int clean = withoutUnstored(sample);
        int stored = (-1 >>> (32 - bitsStored)) << (highBit + 1 - bitsStored);
        return sample != clean && sample != (clean & stored);
    }
}
