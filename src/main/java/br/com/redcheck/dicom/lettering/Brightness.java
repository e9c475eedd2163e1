package br.com.redcheck.dicom.lettering;

/**
 * Brings a picture to 0 to 255, whatever its unit.
 *
 * <p>The few values at both ends of the range are cut off, and its widest empty part is narrowed: a scanner that fills corners
 * with -32768 must not make everything else one gray.
 */
final class Brightness {
    private static final int BINS = 1 << 14;

    /** The part of the pixels at each end that does not count. */
    private static final double CUT = 0.0005;

    /** The widest empty part of the range becomes at most this part of the rest. */
    private static final double GAP = 0.25;

    private final GrayPicture picture;

    /** In which bin each pixel lies: whole numbers, in the array that is to hold the brightness. */
    private final float[] bins;

    private final int[] counts = new int[BINS];

    private Brightness(GrayPicture picture) {
        this.picture = picture;
        this.bins = new float[picture.values().length];
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : picture.values()) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        float width = max > min ? (max - min) / (BINS - 1) : 1;
        for (int i = 0; i < bins.length; i++) {
            int bin = (int) ((picture.values()[i] - min) / width);
            bins[i] = bin;
            counts[bin]++;
        }
    }

    static GrayPicture of(GrayPicture picture) {
        return new Brightness(picture).scaled();
    }

    private GrayPicture scaled() {
        int skipped = (int) (CUT * picture.values().length);
        int low = 0;
        for (int seen = counts[0]; seen <= skipped; ) {
            seen += counts[++low];
        }
        int high = BINS - 1;
        for (int seen = counts[high]; seen <= skipped; ) {
            seen += counts[--high];
        }
        float[] levels = levels(low, high);
        for (int i = 0; i < bins.length; i++) {
            bins[i] = levels[(int) bins[i]];
        }
        return new GrayPicture(picture.rows(), picture.columns(), bins);
    }

    /** The brightness of the values in each bin, if {@code low} is to be black and {@code high} white. */
    private float[] levels(int low, int high) {
        int gapBegin = low;
        int gap = 0;
        for (int bin = low, begin = low; bin <= high; bin++) {
            if (counts[bin] > 0) {
                if (bin - begin > gap) {
                    gap = bin - begin;
                    gapBegin = begin;
                }
                begin = bin;
            }
        }
        double rest = (double) high - low - gap;
        double narrowed = rest > 0 ? Math.min(gap, GAP * rest) : gap;
        double slope = 255 / Math.max(1, rest + narrowed);
        float[] levels = new float[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            double beyond = bin > gapBegin ? gap - narrowed : 0;
            levels[bin] = (float) Math.max(0, Math.min(255, slope * (bin - low - beyond)));
        }
        return levels;
    }
}
