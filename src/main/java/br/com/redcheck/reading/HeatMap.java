package br.com.redcheck.reading;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Paints a class activation map (Zhou et al., 2016): clear where the network saw nothing for the class, yellow where it saw most.
 *
 * <p>The colours run from violet over green to yellow with rising lightness, as viridis does, so that colour-blind eyes and gray
 * prints keep the order.
 */
final class HeatMap {
    private static final int[][] COLOURS = {
        {68, 1, 84}, {59, 82, 139}, {33, 145, 140}, {94, 201, 98}, {253, 231, 37},
    };

    private final float[][] values;
    private final float strongest;

    /**
     * @param values the map's rows, see {@link br.com.redcheck.inference.Cam}
     * @param strongest the value that is painted in full colour: the greatest of the whole exam, so that slices compare
     */
    HeatMap(float[][] values, float strongest) {
        this.values = values;
        this.strongest = strongest;
    }

    /** The greatest value of a map, 0 if none is positive. */
    static float strongest(float[][] values) {
        float strongest = 0;
        for (float[] row : values) {
            for (float value : row) {
                strongest = Math.max(strongest, value);
            }
        }
        return strongest;
    }

    /** The map stretched over a picture of this size, transparent where there is nothing to see. */
    BufferedImage paint(int width, int height) {
        BufferedImage painted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                painted.setRGB(x, y, colour(at((y + 0.5) / height, (x + 0.5) / width)));
            }
        }
        return painted;
    }

    /** A gray picture with the map over it at an opacity of 0 to 1. */
    BufferedImage over(BufferedImage gray, float opacity) {
        BufferedImage both = new BufferedImage(gray.getWidth(), gray.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = both.createGraphics();
        canvas.drawImage(gray, 0, 0, null);
        canvas.setComposite(AlphaComposite.SrcOver.derive(opacity));
        canvas.drawImage(paint(gray.getWidth(), gray.getHeight()), 0, 0, null);
        canvas.dispose();
        return both;
    }

    /** The value at a place of the picture, both 0 to 1, between the map's cells by bilinear interpolation. */
    private double at(double down, double right) {
        double row = within(down * values.length - 0.5, values.length);
        double column = within(right * values[0].length - 0.5, values[0].length);
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min(top + 1, values.length - 1);
        int end = Math.min(left + 1, values[0].length - 1);
        double upper = mix(values[top][left], values[top][end], column - left);
        double lower = mix(values[bottom][left], values[bottom][end], column - left);
        return mix(upper, lower, row - top);
    }

    private int colour(double value) {
        if (strongest <= 0 || value <= 0) {
            return 0;
        }
        double strength = Math.min(value / strongest, 1);
        double place = strength * (COLOURS.length - 1);
        int from = Math.min((int) place, COLOURS.length - 2);
        int argb = (int) Math.rint(255 * strength);
        for (int channel = 0; channel < 3; channel++) {
            double mixed = mix(COLOURS[from][channel], COLOURS[from + 1][channel], place - from);
            argb = argb << 8 | (int) Math.rint(mixed);
        }
        return argb;
    }

    private static double within(double place, int size) {
        return Math.max(0, Math.min(place, size - 1));
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
