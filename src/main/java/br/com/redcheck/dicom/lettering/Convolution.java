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
    private static final int SPAN = 1024;

    /** So many taps are added at a time: what is added to is read and written once for all of them. */
    private static final int TOGETHER = 6;

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
        int lines = Math.max(1, Math.min(in.rows, SPAN / in.columns));
        float[][] taps = new float[weights.length / outputs][lines * in.columns];
        float[][] sums = new float[outputs][lines * in.columns];
        for (int y = 0; y < in.rows; y += lines) {
            int top = Math.min(y, in.rows - lines); // some of the last lines come twice
            meet(in, top, taps);
            add(taps, sums);
            for (int output = 0; output < outputs; output++) {
                if (rectified) {
                    rectify(sums[output]);
                }
                out.put(output, top, sums[output]);
            }
        }
        return out;
    }

    /**
     * What each tap of the kernel meets in the lines from {@code y} on, by input, row and column of the kernel.
     *
     * <p>Copies, since the compiler makes vector instructions of loops over whole arrays only: that is eight times as fast.
     */
    void meet(Planes in, int y, float[][] taps) {
        int side = reach == 0 ? 1 : 3;
        for (int tap = 0; tap < taps.length; tap++) {
            int down = (tap / side % side - side / 2) * reach;
            int right = (tap % side - side / 2) * reach;
            in.get(tap / (side * side), y + down, right, taps[tap]);
        }
    }

    /** The taps outside, the outputs inside: the taps stay in the nearest cache for all outputs. */
    private void add(float[][] taps, float[][] sums) {
        for (int output = 0; output < outputs; output++) {
            Arrays.fill(sums[output], biases[output]);
        }
        int tap = 0;
        for (; tap + TOGETHER <= taps.length; tap += TOGETHER) {
            for (int output = 0; output < outputs; output++) {
                addTogether(taps, tap, output * taps.length + tap, sums[output]);
            }
        }
        for (; tap < taps.length; tap++) {
            for (int output = 0; output < outputs; output++) {
                add(taps[tap], weights[output * taps.length + tap], sums[output]);
            }
        }
    }

    /** Spelt out, and fused, for the compiler to make one loop of vector instructions of it. */
    private void addTogether(float[][] taps, int tap, int weight, float[] sums) {
        float[] a = taps[tap];
        float[] b = taps[tap + 1];
        float[] c = taps[tap + 2];
        float[] d = taps[tap + 3];
        float[] e = taps[tap + 4];
        float[] f = taps[tap + 5];
        float ofA = weights[weight];
        float ofB = weights[weight + 1];
        float ofC = weights[weight + 2];
        float ofD = weights[weight + 3];
        float ofE = weights[weight + 4];
        float ofF = weights[weight + 5];
        for (int x = 0; x < sums.length; x++) {
            float first = Math.fma(ofA, a[x], Math.fma(ofB, b[x], Math.fma(ofC, c[x], sums[x])));
            sums[x] = Math.fma(ofD, d[x], Math.fma(ofE, e[x], Math.fma(ofF, f[x], first)));
        }
    }

    private static void add(float[] tap, float weight, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.fma(weight, tap[x], sums[x]);
        }
    }

    private static void rectify(float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.max(0, sums[x]);
        }
    }
}
