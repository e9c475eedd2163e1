package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.Window;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCard.FixedWindow;
import br.com.redcheck.model.ModelCard.Intensity;
import br.com.redcheck.model.ModelCard.Percentiles;
import br.com.redcheck.model.Shape;
import java.util.BitSet;

/**
 * Makes a network's input of a gray frame, as the network's card says: scaled to 0..1, MONOCHROME1 turned round, padding and a constant
 * border black, stretched, gray copied to every channel.
 */
final class Preparation {
    private final Intensity intensity;
    private final Shape input;

    Preparation(ModelCard card) {
        this(card.preparation().intensity(), card.input());
    }

    /** @param input height, width and channels */
    Preparation(Intensity intensity, Shape input) {
        this.intensity = intensity;
        this.input = input;
    }

    Picture prepare(GrayFrame frame) {
        float[] scaled = scaled(withoutBorder(frame));
        int height = input.sizes().get(0);
        int width = input.sizes().get(1);
        float[] gray = Stretch.of(scaled, frame.rows(), frame.columns(), height, width);
        int channels = input.channels();
        float[] values = new float[gray.length * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = gray[i / channels];
        }
        return new Picture(input, values);
    }

    /** A border is no more a measurement than padding is. */
    private GrayFrame withoutBorder(GrayFrame frame) {
        if (!(intensity instanceof Percentiles percentiles && percentiles.bordersExcluded())) {
            return frame;
        }
        BitSet outside = Border.of(frame);
        outside.or(frame.padding());
        return new GrayFrame(frame.rows(), frame.columns(), frame.values(), outside, frame.inverted());
    }

    private float[] scaled(GrayFrame frame) {
        Window window = window(frame);
        float[] scaled = new float[frame.values().length];
        for (int i = 0; i < scaled.length; i++) {
            float brightness = (float) window.brightness(frame.values()[i]);
            scaled[i] = frame.inverted() ? 1 - brightness : brightness;
        }
        frame.padding().stream().forEach(i -> scaled[i] = 0);
        return scaled;
    }

    private Window window(GrayFrame frame) {
        if (intensity instanceof Percentiles percentiles) {
            return Window.ofPercentiles(frame, percentiles.low(), percentiles.high());
        }
        FixedWindow fixed = (FixedWindow) intensity;
        return new Window(fixed.center(), fixed.width(), Window.Function.LINEAR_EXACT);
    }
}
