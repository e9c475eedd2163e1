package org.nd4j.nativeblas;

/**
 * Lets DL4J use oneDNN.
 *
 * <p>DL4J 1.0.0-M2.1 asks a class of this name, by reflection, whether the library may be used; the class moved in M2 and the
 * question was left behind, so without this one the answer is always no and a picture takes seven times as long.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** The part of the moved class that is asked. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** The only one. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Whether oneDNN may be used, under the name that it had then. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}
