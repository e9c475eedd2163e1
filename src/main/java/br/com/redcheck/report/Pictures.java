package br.com.redcheck.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures as a PDF takes them: opaque, no larger than print needs, within the page's own text. */
final class Pictures {
    /** About 300 dots an inch where two stand beside one another on A4. */
    private static final int LONGEST_SIDE = 1000;

    /** Pixels a module of a QR code, so that no smoothing eats its corners. */
    private static final int MODULE = 6;

    private Pictures() {}

    /** The picture, opaque, and made smaller if it is larger than print needs. */
    static BufferedImage printable(BufferedImage picture) {
        double longest = Math.max(picture.getWidth(), picture.getHeight());
        return scaled(opaque(picture), Math.min(1, LONGEST_SIDE / longest));
    }

    /** Halves an opaque picture as long as it can before the last step: one step alone would skip pixels. */
    static BufferedImage scaled(BufferedImage picture, double factor) {
        if (factor >= 1) {
            return picture;
        }
        BufferedImage now = picture;
        double left = factor;
        while (left < 0.5) {
            now = resized(now, 0.5);
            left *= 2;
        }
        return resized(now, left);
    }

    private static BufferedImage resized(BufferedImage picture, double factor) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = resized.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return resized;
    }

    /** Over white paper, in sRGB. The numbers of a gray picture stay: Java's own gray is linear light, and would come out pale. */
    static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    opaque.setRGB(x, y, picture.getRaster().getSample(x, y, 0) * 0x010101);
                }
            }
            return opaque;
        }
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    /** A QR code with the quiet zone that readers need. */
    static BufferedImage qrCode(String text) {
        try {
            BitMatrix modules =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            int size = modules.getWidth() * MODULE;
            BufferedImage code = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    code.setRGB(x, y, modules.get(x / MODULE, y / MODULE) ? 0 : 0xffffff);
                }
            }
            return code;
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG file as an address that holds it. */
    static String address(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
