package br.com.redcheck.accreditation;

import br.com.redcheck.platform.PaperKind;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The child process that opens a stranger's file and paints its pages. File in at the one end; at the other a byte that says how
 * it went, then how many pages there are, and each with its length before it.
 */
final class PagePainter {
    static final byte PAINTED = 1;
    static final byte BROKEN = 2;
    static final byte TOO_MANY_PAGES = 3;
    static final int MOST_PAGES = 20;

    /** Enough to read small print on a page of A4. */
    private static final int LONGER_SIDE = 1_800;

    private static final long MOST_PIXELS = 120_000_000;
    private static final float QUALITY = 0.85f;

    private PagePainter() {}

    /**
     * Paints what comes in.
     *
     * @param args the file's {@link PaperKind}
     */
    public static void main(String[] args) throws IOException {
        DataOutputStream answer = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false)); // libraries may have something to say
        ImageIO.setUseCache(false);
        byte[] file = System.in.readAllBytes();
        List<byte[]> pages = args[0].equals(PaperKind.PDF.name()) ? document(file) : List.of(picture(file, args[0]));
        answer.writeByte(pages.isEmpty() ? TOO_MANY_PAGES : PAINTED);
        answer.writeInt(pages.size());
        for (byte[] page : pages) {
            answer.writeInt(page.length);
            answer.write(page);
        }
        answer.flush();
    }

    /** Nothing if there are too many. */
    private static List<byte[]> document(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return List.of();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<byte[]> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                PDRectangle box = document.getPage(page).getCropBox();
                float scale = LONGER_SIDE / Math.max(box.getWidth(), box.getHeight());
                pages.add(jpeg(renderer.renderImage(page, scale, ImageType.RGB)));
            }
            return pages;
        }
    }

    private static byte[] picture(byte[] file, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.toLowerCase(Locale.ROOT))
                .next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw new IOException("too many pixels");
            }
            int every = (int) Math.max(1, Math.max(width, height) / LONGER_SIDE);
            ImageReadParam sparingly = reader.getDefaultReadParam();
            sparingly.setSourceSubsampling(every, every, 0, 0);
            BufferedImage read = reader.read(0, sparingly);
            return jpeg(upright(read, Orientation.of(reader.getImageMetadata(0))));
        }
    }

    /** On white, as tall as the reader needs, and the way up that the camera says. */
    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage page = orientation.turned()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform way = orientation.upright(width, height);
        way.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
        pen.drawImage(picture, way, null);
        pen.dispose();
        return page;
    }

    private static byte[] jpeg(BufferedImage page) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), how);
        }
        return bytes.toByteArray();
    }
}
