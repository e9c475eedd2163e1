package br.com.redcheck.exam;

import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Voi;
import br.com.redcheck.dicom.Window;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** One frame as a person looks at it: at the window that suits a chest. */
public final class Picture {
    /** The lung window that radiologists use for chest CT, in Hounsfield units. */
    private static final Window LUNG = new Window(-600, 1500);

    private Picture() {}

    /** CT at the lung window; a film at the window that it proposes itself, else from its 1st to its 99th percentile. */
    public static BufferedImage of(DicomObject object, int frame) {
        PixelData pixels = PixelData.of(object, DicomLimits.defaults());
        GrayFrame values = pixels.gray(frame);
        boolean ct = object.dataSet().string(Tag.MODALITY).filter("CT"::equals).isPresent();
        Voi voi = ct ? LUNG : pixels.voi(frame).orElseGet(() -> Window.ofPercentiles(values, 1, 99));
        BufferedImage gray = new BufferedImage(values.columns(), values.rows(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] shown = values.display(voi);
        System.arraycopy(shown, 0, ((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), 0, shown.length);
        return gray;
    }

    /** A picture as a PNG file. */
    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
