package br.com.redcheck.dicom;

import br.com.redcheck.dicom.lettering.Box;
import br.com.redcheck.dicom.lettering.GrayPicture;
import br.com.redcheck.dicom.lettering.Lettering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text that is drawn into the pixels of an image: names, numbers, dates, and the film's own lettering.
 *
 * <p>What the header says about it (BurnedInAnnotation) is not asked: it is often wrong. How text is found, and how much of it,
 * stands in {@code src/docs/burned-in-text.md}.
 */
public final class BurnedInText {
    /** The weights of red, green and blue in the luminance (ITU-R BT.601). */
    private static final float[] LUMINANCE = {0.299f, 0.587f, 0.114f};

    private static final Lettering LETTERING = new Lettering();

    private BurnedInText() {}

    /**
     * Looks at every frame.
     *
     * @return rectangles that cover the text with a little room around it, by frame; none if there is no text
     * @throws UnreadablePixels if a frame's compressed stream is broken
     */
    public static List<Mask> find(PixelData pixels) {
        List<Mask> masks = new ArrayList<>();
        List<Box> boxes = List.of();
        float[] before = {};
        for (int frame = 0; frame < pixels.frames(); frame++) {
            float[] values = values(pixels, frame);
            if (!Arrays.equals(values, before)) { // loops of ultrasound repeat frames
                boxes = LETTERING.find(new GrayPicture(pixels.rows(), pixels.columns(), values));
                before = values;
            }
            for (Box box : boxes) {
                masks.add(new Mask(frame, box.x(), box.y(), box.width(), box.height()));
            }
        }
        return List.copyOf(masks);
    }

    /** No table, slope or padding value of the header comes in: any of them could hide text from us that others see. */
    private static float[] values(PixelData pixels, int index) {
        if (!pixels.photometricInterpretation().startsWith("MONOCHROME")) {
            return luminance(pixels.rgb(index));
        }
        int[] samples = pixels.frame(index).samples();
        float[] values = new float[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.layout().value(samples[i]);
        }
        return values;
    }

    private static float[] luminance(Frame rgb) {
        float[] values = new float[rgb.rows() * rgb.columns()];
        for (int i = 0; i < rgb.samples().length; i++) {
            values[i / 3] += LUMINANCE[i % 3] * rgb.samples()[i];
        }
        return values;
    }
}
