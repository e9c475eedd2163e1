package br.com.redcheck.model;

/**
 * What a Keras file may ask of us. All are checked before memory is taken.
 *
 * @param fileBytes the longest file, in bytes
 * @param layers the most layers with kernels; of all layers, which cost little, four times as many
 * @param parameters the most parameters, of all layers together
 * @param activations the most values that one layer may give for one picture
 * @param work the most multiplications for one picture, of all layers together
 * @param expansion how many times longer than the file its parameters may be once unpacked; weights hardly compress, so a
 *     high ratio is a bomb
 * @param nodes the most groups and data sets in the file
 */
public record KerasLimits(
        long fileBytes, int layers, long parameters, long activations, long work, int expansion, int nodes) {
    /** Enough for a VGG16, a ResNet-50 or a DenseNet-121 without their ImageNet heads, in 512 MB of heap. */
    public static KerasLimits defaults() {
        return new KerasLimits(256L << 20, 450, 32_000_000, 32_000_000, 200_000_000_000L, 32, 20_000);
    }
}
