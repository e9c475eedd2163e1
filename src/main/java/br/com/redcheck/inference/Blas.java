package br.com.redcheck.inference;

import org.bytedeco.openblas.presets.openblas_nolapack;

/** OpenBLAS, told that every worker multiplies for itself. */
final class Blas {
    static {
        openblas_nolapack.blas_set_num_threads(1);
    }

    private Blas() {}

    /** Has it told before the first product. */
    static void load() {
        // The class is loaded by now.
    }
}
