package br.com.redcheck.dicom.lettering;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A part of a film, drawn upon. Brightness is 0 to 255. */
final class Scene {
    final int rows;
    final int columns;
    final float[] values;

    /** Whether the film may carry letters of its own, of which nobody has told us where they are. */
    boolean mayCarryLetters;

    final List<Line> lines = new ArrayList<>();
    private final Random random;

    /**
     * What was written.
     *
     * @param contrast the mean change of brightness under the ink
     * @param ink which pixels of the box are covered by letters
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(Box box, double contrast, boolean[] ink) {}

    Scene(int rows, int columns, Random random) {
        this.rows = rows;
        this.columns = columns;
        this.random = random;
        values = new float[rows * columns];
    }

    /** Shows the part of a film that begins at {@code (y, x)}, in a scene {@code scale} times as large. */
    void show(Films.Film film, double y, double x, double scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = film.at(y + i / columns / scale, x + i % columns / scale);
        }
    }

    /** Gamma, contrast and negative. */
    void develop() {
        double gamma = Math.exp(0.5 * random.nextGaussian() * 0.6);
        double span = random.nextInt(3) == 0 ? 0.3 + 0.7 * random.nextDouble() : 1;
        double base = random.nextDouble() * (1 - span);
        boolean negative = random.nextInt(4) == 0;
        for (int i = 0; i < values.length; i++) {
            double value = 255 * (base + span * Math.pow(values[i] / 255, gamma));
            values[i] = (float) (negative ? 255 - value : value);
        }
    }

    void border(int top, int left, int bottom, int right, float value) {
        for (int i = 0; i < values.length; i++) {
            int y = i / columns;
            int x = i % columns;
            if (y < top || x < left || y >= rows - bottom || x >= columns - right) {
                values[i] = value;
            }
        }
    }

    void grain(double deviation) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (deviation * random.nextGaussian());
        }
        clamp();
    }

    void fill(Box box, float value) {
        Box inside = box.within(columns, rows);
        for (int y = inside.y(); y < inside.bottom(); y++) {
            if (inside.width() > 0) {
                Arrays.fill(values, y * columns + inside.x(), y * columns + inside.right(), value);
            }
        }
    }

    /** Draws ink of one brightness that does not count as a line of letters. */
    void paint(Ink shape, int top, int left, float brightness) {
        for (int i = 0; i < shape.cover().length; i++) {
            int y = top + i / shape.columns();
            int x = left + i % shape.columns();
            if (inside(y, x)) {
                values[y * columns + x] += shape.cover()[i] * (brightness - values[y * columns + x]);
            }
        }
    }

    /** Draws a line of letters of one brightness. */
    void stamp(Ink text, int top, int left, float brightness) {
        double change = 0;
        int count = 0;
        boolean[] covered = new boolean[text.cover().length];
        for (int i = 0; i < covered.length; i++) {
            int y = top + i / text.columns();
            int x = left + i % text.columns();
            if (text.cover()[i] > 0.5 && inside(y, x)) {
                covered[i] = true;
                change += text.cover()[i] * Math.abs(brightness - values[y * columns + x]);
                count++;
            }
        }
        paint(text, top, left, brightness);
        if (count > 0) {
            lines.add(new Line(new Box(left, top, text.columns(), text.rows()), change / count, covered));
        }
    }

    private boolean inside(int y, int x) {
        return y >= 0 && y < rows && x >= 0 && x < columns;
    }

    /** The pixels that a line has covered. */
    BitSet ink(Line line) {
        BitSet pixels = new BitSet();
        for (int i = 0; i < line.ink().length; i++) {
            if (line.ink()[i]) {
                int y = line.box().y() + i / line.box().width();
                pixels.set(y * columns + line.box().x() + i % line.box().width());
            }
        }
        return pixels;
    }

    float mean(Box box) {
        Box inside = box.within(columns, rows);
        double sum = 0;
        for (int y = inside.y(); y < inside.bottom(); y++) {
            for (int x = inside.x(); x < inside.right(); x++) {
                sum += values[y * columns + x];
            }
        }
        return (float) (sum / Math.max(1, inside.width() * inside.height()));
    }

    void soften() {
        float[] before = values.clone();
        for (int y = 1; y < rows - 1; y++) {
            for (int x = 1; x < columns - 1; x++) {
                int at = y * columns + x;
                values[at] =
                        (4 * before[at] + before[at - 1] + before[at + 1] + before[at - columns] + before[at + columns])
                                / 8;
            }
        }
    }

    /** Goes through a JPEG of a quality from 0 to 1. */
    void compress(float quality) {
        clamp();
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, columns, rows, 0, values);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
            out.flush();
            ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()))
                    .getRaster()
                    .getSamples(0, 0, columns, rows, 0, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    void clamp() {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(255, values[i]));
        }
    }

    GrayPicture picture() {
        return new GrayPicture(rows, columns, values.clone());
    }
}
