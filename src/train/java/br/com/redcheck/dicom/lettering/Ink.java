package br.com.redcheck.dicom.lettering;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A line of letters as it would be stamped: how much of each pixel is covered, 0 to 1, cropped to the letters.
 */
@SuppressWarnings("ArrayRecordComponent")
record Ink(int rows, int columns, float[] cover) {
    static Ink of(String text, Font font, boolean smooth) {
        Rectangle2D bounds = font.getStringBounds(text, new FontRenderContext(null, smooth, false));
        int margin = 2 * font.getSize();
        BufferedImage image = new BufferedImage(
                (int) bounds.getWidth() + 2 * margin,
                (int) bounds.getHeight() + 2 * margin,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        pen.setColor(Color.WHITE);
        pen.setFont(font);
        pen.drawString(text, margin, margin - (int) bounds.getY());
        pen.dispose();
        return cropped(image);
    }

    private static Ink cropped(BufferedImage image) {
        int left = image.getWidth();
        int top = image.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) > 40) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        if (right <= left) {
            return new Ink(1, 1, new float[1]);
        }
        float[] cover = new float[(bottom - top) * (right - left)];
        for (int i = 0; i < cover.length; i++) {
            int rgb = image.getRGB(left + i % (right - left), top + i / (right - left));
            cover[i] = (rgb & 0xFF) / 255f;
        }
        return new Ink(bottom - top, right - left, cover);
    }

    /** Turned by 90 degrees against the clock. */
    Ink turned() {
        float[] turned = new float[cover.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                turned[(columns - 1 - x) * rows + y] = cover[y * columns + x];
            }
        }
        return new Ink(columns, rows, turned);
    }
}
