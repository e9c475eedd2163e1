package br.com.redcheck.dicom;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small compressed streams of 16-bit gray pictures. */
final class Streams {
    static final String RLE = "1.2.840.10008.1.2.5";
    static final String BASELINE = "1.2.840.10008.1.2.4.50";
    static final String LOSSLESS = "1.2.840.10008.1.2.4.70";
    static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    private Streams() {}

    /** Two planes, high bytes and low bytes, each as literal runs. */
    static byte[] rle(int... samples) {
        byte[] high = new byte[samples.length + 1];
        byte[] low = new byte[samples.length + 1];
        high[0] = low[0] = (byte) (samples.length - 1);
        for (int i = 0; i < samples.length; i++) {
            high[i + 1] = (byte) (samples[i] >> 8);
            low[i + 1] = (byte) samples[i];
        }
        return rleOf(high, low);
    }

    /** A frame of these segments, already packed. */
    static byte[] rleOf(byte[]... segments) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer header =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(segments.length);
        for (byte[] segment : segments) {
            header.putInt(64 + body.size());
            body.writeBytes(segment);
        }
        return ByteBuffer.allocate(64 + body.size())
                .put(header.rewind())
                .put(body.toByteArray())
                .array();
    }

    /** Lossless JPEG with the neighbour to the left as predictor; differences of 16 bits, all codes five bits long. */
    static byte[] lossless(int rows, int columns, int... samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Picture.packed(0xFF, 0xD8, 0xFF, 0xC3, 0, 11, 16, rows >> 8, rows, columns >> 8, columns));
        out.writeBytes(Picture.packed(1, 1, 0x11, 0));
        out.writeBytes(Picture.packed(0xFF, 0xC4, 0, 19 + 17, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        for (int category = 0; category <= 16; category++) {
            out.write(category);
        }
        out.writeBytes(Picture.packed(0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 0, 0));
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < samples.length; i++) {
            int above = i < columns ? 1 << 15 : samples[i - columns];
            append(bits, (short) (samples[i] - (i % columns == 0 ? above : samples[i - 1])));
        }
        bits.append("1".repeat((8 - bits.length() % 8) % 8));
        for (int at = 0; at < bits.length(); at += 8) {
            int value = Integer.parseInt(bits.substring(at, at + 8), 2);
            out.write(value);
            if (value == 0xFF) {
                out.write(0);
            }
        }
        out.writeBytes(Picture.packed(0xFF, 0xD9));
        return out.toByteArray();
    }

    private static void append(StringBuilder bits, int difference) {
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        bits.append(binary(category, 5));
        if (category > 0 && category < 16) {
            int value = difference < 0 ? difference + (1 << category) - 1 : difference;
            bits.append(binary(value, category));
        }
    }

    private static String binary(int value, int length) {
        String digits = Integer.toBinaryString(value);
        return "0".repeat(length - digits.length()) + digits;
    }

    /** A JPEG of 8 bit gray, sequential or progressive, as the JDK writes it. */
    static byte[] dct(int rows, int columns, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < rows * columns; i++) {
            image.getRaster().setSample(i % columns, i / columns, 0, 5 * i % 256);
        }
        return written(writer, image, param);
    }

    /** As much of a JPEG-LS stream as tells of what size it is, and an end. */
    static byte[] jpegLsHeader(int rows, int columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Picture.packed(0xFF, 0xD8, 0xFF, 0xF7, 0, 11, 16, rows >> 8, rows, columns >> 8, columns));
        out.writeBytes(Picture.packed(1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0, 0, 0xFF, 0xD9));
        return out.toByteArray();
    }

    /** Reversible JPEG 2000, the bare code stream. */
    static byte[] jpeg2000(int rows, int columns, int... samples) throws IOException {
        return jpeg2000(new BufferedImage(columns, rows, BufferedImage.TYPE_USHORT_GRAY), samples);
    }

    /** The same of 8 bits. */
    static byte[] shallowJpeg2000(int rows, int columns, int... samples) throws IOException {
        return jpeg2000(new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY), samples);
    }

    private static byte[] jpeg2000(BufferedImage image, int... samples) throws IOException {
        image.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), samples);
        J2KImageWriter writer = new J2KImageWriter(null);
        J2KImageWriteParam param = (J2KImageWriteParam) writer.getDefaultWriteParam();
        param.setLossless(true);
        return written(writer, image, param);
    }

    private static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
