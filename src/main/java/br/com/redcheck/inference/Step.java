package br.com.redcheck.inference;

import java.util.List;

/** What one layer computes, with its weights. */
interface Step {
    /** Who computes, and where. */
    record Means(Workers workers, Memory memory) {}

    /** Computes all results from the inputs, which stay as they are. */
    void compute(List<Batch> inputs, Batch results, Means means);
}
