package br.com.redcheck.dicom;

/**
 * A span of values in modality units that is spread from black to white.
 *
 * @param center the middle of the span
 * @param width how wide it is, greater than 0 (at least 1 for {@link Function#LINEAR})
 */
public record Window(double center, double width, Function function) implements Voi {
    /** The curve between the ends (VOI LUT Function, PS3.3 C.11.2.1.2 and C.11.2.1.3). */
    public enum Function {
        /** Straight, for whole numbers: the standard's own formula, half a unit off centre. */
        LINEAR,
        /** Straight from {@code center - width / 2} to {@code center + width / 2}. */
        LINEAR_EXACT,
        /** S-shaped, never quite black or white. */
        SIGMOID
    }

    public Window {
        if (!Double.isFinite(center) || !isWidth(width, function)) {
            throw new IllegalArgumentException("No window: center " + center + ", width " + width);
        }
    }

    /** A linear window, as a header without VOI LUT Function means it. */
    public Window(double center, double width) {
        this(center, width, Function.LINEAR);
    }

    /**
     * The window from one percentile of the measured values to another, padding left out.
     *
     * @param low in percent, from 0
     * @param high in percent, to 100
     */
    public static Window ofPercentiles(GrayFrame frame, double low, double high) {
        Percentiles percentiles = Percentiles.of(frame);
        double from = percentiles.at(low);
        double to = percentiles.at(high);
        return new Window((from + to) / 2, Math.max(to - from, Float.MIN_NORMAL), Function.LINEAR_EXACT);
    }

    static boolean isWidth(double width, Function function) {
        return Double.isFinite(width) && (function == Function.LINEAR ? width >= 1 : width > 0);
    }

    @Override
    public double brightness(double value) {
        return switch (function) {
            case LINEAR -> line(value - (center - 0.5), width - 1);
            case LINEAR_EXACT -> line(value - center, width);
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
        };
    }

    private static double line(double fromMiddle, double span) {
        if (fromMiddle <= -span / 2) {
            return 0;
        }
        return fromMiddle > span / 2 ? 1 : fromMiddle / span + 0.5;
    }
}
