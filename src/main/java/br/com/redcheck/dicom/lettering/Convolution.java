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
    /** So many neighbouring results are worked on at a time: long enough a loop, short enough for the nearest cache. */
    private static final int SPAN = 2048;

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
            float[] sums = new float[in.span(height)];
            for (int output = 0; output < outputs; output++) {
                Arrays.fill(sums, biases[output]);
                add(in, output, y, sums);
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

    private void add(Planes in, int output, int y, float[] sums) {
        int taps = weights.length / outputs;
        for (int weight = output * taps, input = 0; input < inputs; input++) {
            if (reach == 0) {
                addOne(in.values, in.row(input, y), weights[weight++], sums);
                continue;
            }
            for (int ky = -1; ky <= 1; ky++, weight += 3) {
                addThree(in.values, in.row(input, y + ky * reach), weight, sums);
            }
        }
    }

    /** The inner loops: plain enough for the compiler to make vector instructions of them. */
    private void addThree(float[] in, int middle, int weight, float[] sums) {
        float a = weights[weight];
        float b = weights[weight + 1];
        float c = weights[weight + 2];
        int left = middle - reach;
        int right = middle + reach;
        for (int x = 0; x < sums.length; x++) {
            sums[x] += a * in[left + x] + b * in[middle + x] + c * in[right + x];
        }
    }

    private static void addOne(float[] in, int from, float weight, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * in[from + x];
        }
    }

    private static void rectify(float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.max(0, sums[x]);
        }
    }
}
