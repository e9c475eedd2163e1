package br.com.redcheck.dicom.lettering;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The small convolutional network that tells for each cell of four by four pixels whether letters are there.
 *
 * <p>Two foldings bring the picture to a quarter of its size before most of the work is done. How it was trained stands in
 * {@code src/docs/burned-in-text.md}.
 */
record Network(List<Convolution> layers) {
    /** Pixels of a cell's side. */
    static final int CELL = 4;

    /** So many layers begin with a folding. */
    static final int FOLDINGS = 2;

    private static final String RESOURCE = "/dicom/lettering.weights";

    /** The network that comes with the application. */
    static Network trained() {
        try (InputStream in = Network.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the application");
            }
            return read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Network read(DataInputStream in) throws IOException {
        Convolution[] layers = new Convolution[in.readUnsignedByte()];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = Convolution.read(in);
        }
        return new Network(List.of(layers));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(layers.size());
        for (Convolution layer : layers) {
            layer.write(out);
        }
    }

    /** How far around a cell the network looks, in pixels. */
    int sight() {
        int cells = layers.stream().mapToInt(Convolution::reach).sum();
        return CELL * cells;
    }

    /** The evidence for letters in each cell, as logits in one plane; the picture's sides are multiples of the cell's. */
    Planes evidence(Planes picture) {
        Planes planes = picture;
        for (int layer = 0; layer < layers.size(); layer++) {
            planes = applied(planes, layer);
        }
        return planes;
    }

    private Planes applied(Planes in, int layer) {
        Planes folded = layer < FOLDINGS ? in.folded() : in;
        return layers.get(layer).apply(folded, layer < layers.size() - 1);
    }
}
