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
        float[][] taps = new float[weights.length / outputs][in.span(lines)];
        float[][] sums = new float[outputs][in.span(lines)];
        for (int y = 0; y < in.rows; y += lines) {
            int top = Math.min(y, in.rows - lines); // some of the last lines come twice
            meet(in, top, taps);
            add(taps, sums);
            for (int output = 0; output < outputs; output++) {
                if (rectified) {
                    rectify(sums[output]);
                }
                for (int line = 0; line < lines; line++) {
                    System.arraycopy(
                            sums[output], line * in.stride, out.values, out.row(output, top + line), in.columns);
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
    void meet(Planes in, int y, float[][] taps) {
        int side = reach == 0 ? 1 : 3;
        for (int tap = 0; tap < taps.length; tap++) {
            int down = (tap / side % side - side / 2) * reach;
            int right = (tap % side - side / 2) * reach;
            int from = in.row(tap / (side * side), y + down) + right;
            System.arraycopy(in.values, from, taps[tap], 0, taps[tap].length);
        }
    }

    /** Three taps at a time for all outputs: what is added to stays in the nearest cache. */
    private void add(float[][] taps, float[][] sums) {
        for (int output = 0; output < outputs; output++) {
            Arrays.fill(sums[output], biases[output]);
        }
        int tap = 0;
        for (; tap + 2 < taps.length; tap += 3) {
            for (int output = 0; output < outputs; output++) {
                add(taps[tap], taps[tap + 1], taps[tap + 2], output * taps.length + tap, sums[output]);
            }
        }
        for (; tap < taps.length; tap++) {
            for (int output = 0; output < outputs; output++) {
                add(taps[tap], weights[output * taps.length + tap], sums[output]);
            }
        }
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
