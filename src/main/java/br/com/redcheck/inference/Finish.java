package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Tensor;

/** What is done to the sums of a layer: its bias is added, then its activation acts. */
record Finish(int channels, float[] bias, Activation activation) {
    /** That of a layer as its settings say. */
    static Finish of(NetworkLayer layer) {
        int channels = layer.output().channels();
        float[] bias = layer.weight("bias").map(Tensor::values).orElseGet(() -> new float[channels]);
        return new Finish(channels, bias, Activation.of(layer));
    }

    /** Leaves the sums as they are. */
    static Finish none(int channels) {
        return new Finish(channels, new float[channels], Activation.LINEAR);
    }

    /** @param length how many of the sums count: whole places */
    void apply(float[] sums, int length) {
        for (int at = 0; at < length; at += channels) {
            add(sums, at);
        }
        activation.apply(sums, length, channels);
    }

    // A loop of its own, which the compiler turns into vector instructions.
    private void add(float[] sums, int at) {
        for (int c = 0; c < channels; c++) {
            sums[at + c] += bias[c];
        }
    }
}
