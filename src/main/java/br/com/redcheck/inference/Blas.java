package br.com.redcheck.inference;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/** OpenBLAS, told that every worker multiplies for itself. ND4J, once loaded, tells it to share each product among threads. */
final class Blas {
    static {
        Nd4j.getBackend();
        openblas_nolapack.blas_set_num_threads(1);
    }

    private Blas() {}

    /** Has it told before the first product. */
    static void load() {
        // The class is loaded by now.
    }
}
