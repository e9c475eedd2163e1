package br.com.redcheck.inference;

/** What one layer gave in the last pass. For one thread at a time. */
final class Kept {
    private float[] values = {};

    /** Computes the same, and keeps what comes of it. */
    Step keeping(Step step) {
        return (inputs, results, means) -> {
            step.compute(inputs, results, means);
            values = results.floats();
        };
    }

    /** Picture after picture, channels fastest; handed over once. */
    float[] take() {
        float[] taken = values;
        values = new float[0];
        return taken;
    }
}
