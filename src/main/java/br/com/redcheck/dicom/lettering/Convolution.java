package br.com.redcheck.dicom.lettering;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A convolution of one or three by three taps at stride one, zero-padded to the same size.
 *
 * @param reach from the middle tap to the outer ones in cells (the dilation); 0 if there is one tap only
 * @param weights by output, input, row and column of the kernel
 * @param biases one an output
 */
@SuppressWarnings("ArrayRecordComponent") // training changes the weights in place
record Convolution(int inputs, int outputs, int reach, float[] weights, float[] biases) {
    /** So many neighbouring results are worked on at a time: long enough a loop, short enough for the nearer caches. */
    private static final int SPAN = 512;

    static Convolution zero(int inputs, int outputs, int reach) {
        int taps = reach == 0 ? 1 : 9;
        return new Convolution(inputs, outputs, reach, new float[outputs * inputs * taps], new float[outputs]);
    }

    static Convolution read(DataInputStream in) throws IOException {
        Convolution convolution = zero(in.readUnsignedByte(), in.readUnsignedByte(), in.readUnsignedByte());
        for (int i = 0; i < convolution.weights.length; i++) {
            convolution.weights[i] = in.readFloat();
        }
        for (int i = 0; i < convolution.biases.length; i++) {
            convolution.biases[i] = in.readFloat();
        }
        return convolution;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(inputs);
        out.writeByte(outputs);
        out.writeByte(reach);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
        for (float bias : biases) {
            out.writeFloat(bias);
        }
    }

    /** Negative results become zero if {@code rectified}. */
    Planes apply(Planes in, boolean rectified) {
        Planes out = new Planes(outputs, in.rows, in.columns);
        int lines = Math.max(1, Math.min(in.rows, SPAN / in.stride));
        for (int y = 0; y < in.rows; y += lines) {
            int height = Math.min(lines, in.rows - y);
            float[][] taps = taps(in, y, in.span(height));
            for (int output = 0; output < outputs; output++) {
                float[] sums = sums(taps, output);
                if (rectified) {
                    rectify(sums);
                }
                for (int line = 0; line < height; line++) {
                    System.arraycopy(sums, line * in.stride, out.values, out.row(output, y + line), in.columns);
                }
            }
        }
        return out;
    }

    /**
     * What each tap of the kernel meets from row {@code y} on, by input, row and column of the kernel.
     *
     * <p>Copies, since the compiler makes vector instructions of loops over whole arrays only: that is eight times as fast.
     */
    float[][] taps(Planes in, int y, int span) {
        int side = reach == 0 ? 1 : 3;
        float[][] taps = new float[inputs * side * side][span];
        for (int tap = 0; tap < taps.length; tap++) {
            int down = (tap / side % side - side / 2) * reach;
            int right = (tap % side - side / 2) * reach;
            int from = in.row(tap / (side * side), y + down) + right;
            System.arraycopy(in.values, from, taps[tap], 0, span);
        }
        return taps;
    }

    private float[] sums(float[][] taps, int output) {
        float[] sums = new float[taps[0].length];
        Arrays.fill(sums, biases[output]);
        int weight = output * taps.length;
        int tap = 0;
        for (; tap + 2 < taps.length; tap += 3, weight += 3) {
            add(taps[tap], taps[tap + 1], taps[tap + 2], weight, sums);
        }
        for (; tap < taps.length; tap++, weight++) {
            add(taps[tap], weights[weight], sums);
        }
        return sums;
    }

    private void add(float[] first, float[] second, float[] third, int weight, float[] sums) {
        float a = weights[weight];
        float b = weights[weight + 1];
        float c = weights[weight + 2];
        for (int x = 0; x < sums.length; x++) {
            sums[x] += a * first[x] + b * second[x] + c * third[x];
        }
    }

    private static void add(float[] tap, float weight, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * tap[x];
        }
    }

    private static void rectify(float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.max(0, sums[x]);
        }
    }
}
