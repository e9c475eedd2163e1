package br.com.redcheck.inference;

/**
 * A class activation map (Zhou et al., 2016): how much each place of the picture spoke for a class.
 *
 * <p>Place (x, y) holds the sum over k of w(k,c) A(k,x,y), where A is the last activation with places and w the dense layer's
 * weights of class c. The sums have no unit and may be negative; only how they compare within a picture means something.
 *
 * @param classIndex the class c
 * @param rows the sums, row by row from the top
 */
public record Cam(int classIndex, float[][] rows) {
    /** Sums up the activations of one picture, channels fastest. */
    static Cam of(int classIndex, float[] activations, int height, int width, float[] classWeights) {
        float[][] rows = new float[height][width];
        int at = 0;
        for (float[] row : rows) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (float weight : classWeights) {
                    sum += (double) weight * activations[at++];
                }
                row[x] = (float) sum;
            }
        }
        return new Cam(classIndex, rows);
    }
}
