package br.com.redcheck.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Paints a logo anew: what a stranger's file holds besides its picture is left behind. */
final class Logo {
    static final int MOST_BYTES = 2 << 20;

    /** Of the file, in pixels. */
    static final int LONGEST_SIDE = 4000;

    /** As it is kept: sharp in print at the head of a page. */
    private static final int WIDTH = 900;

    private static final int HEIGHT = 300;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private Logo() {}

    /**
     * The logo as an opaque PNG that fits the head of a page.
     *
     * @throws UselessLogo if it is neither PNG nor JPEG, or too large
     */
    static byte[] painted(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UselessLogo();
        }
        return Pictures.png(fitting(Pictures.opaque(read(bytes))));
    }

    private static BufferedImage read(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                    throw new UselessLogo();
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new UselessLogo(); // whatever a broken file makes the decoder say
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new UselessLogo();
    }

    private static BufferedImage fitting(BufferedImage logo) {
        double shrink = Math.min(1, Math.min((double) WIDTH / logo.getWidth(), (double) HEIGHT / logo.getHeight()));
        return Pictures.scaled(logo, shrink);
    }
}
