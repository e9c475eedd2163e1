package br.com.redcheck.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Uncompressed pixel data (PS3.5 section 8.2): frames one after the other without a gap, not even between odd bits. */
final class NativeSamples {
    private NativeSamples() {}

    /** How many bits one frame takes. */
    static long bitsPerFrame(PixelLayout layout) {
        long samples = (long) layout.pixelsPerFrame() * (layout.chromaHalved() ? 2 : layout.samplesPerPixel());
        return samples * layout.bitsAllocated();
    }

    /** The samples of frame {@code index}, which the caller has checked to lie within {@code data}. */
    static int[] frame(byte[] data, ByteOrder order, PixelLayout layout, int index) {
        long firstBit = bitsPerFrame(layout) * index;
        if (layout.bitsAllocated() == 1) {
            return bits(data, firstBit, layout.samplesPerFrame());
        }
        ByteBuffer in = ByteBuffer.wrap(data).order(order).position((int) (firstBit / 8));
        if (layout.chromaHalved()) {
            return chromaRepeated(in, layout);
        }
        int[] samples = new int[layout.samplesPerFrame()];
        if (!layout.planar() || layout.samplesPerPixel() == 1) {
            for (int at = 0; at < samples.length; at++) {
                samples[at] = sample(in, layout);
            }
            return samples;
        }
        for (int plane = 0; plane < layout.samplesPerPixel(); plane++) {
            for (int at = plane; at < samples.length; at += layout.samplesPerPixel()) {
                samples[at] = sample(in, layout);
            }
        }
        return samples;
    }

    /** Unpacks one-bit pixels; the first pixel of a byte is its least significant bit. */
    static int[] bits(byte[] data, long firstBit, int length) {
        int[] samples = new int[length];
        for (int i = 0; i < length; i++) {
            long bit = firstBit + i;
            samples[i] = data[(int) (bit >> 3)] >> (bit & 7) & 1;
        }
        return samples;
    }

    private static int sample(ByteBuffer in, PixelLayout layout) {
        return switch (layout.bitsAllocated()) {
            case 8 -> layout.signed() ? in.get() : in.get() & 0xFF;
            case 16 -> layout.signed() ? in.getShort() : in.getShort() & 0xFFFF;
            default -> in.getInt();
        };
    }

    /** YBR_FULL_422 stores Y1 Y2 Cb Cr for two neighbours (PS3.3 C.7.6.3.1.2). */
    private static int[] chromaRepeated(ByteBuffer in, PixelLayout layout) {
        int[] samples = new int[layout.samplesPerFrame()];
        for (int at = 0; at + 6 <= samples.length; at += 6) {
            samples[at] = sample(in, layout);
            samples[at + 3] = sample(in, layout);
            samples[at + 1] = sample(in, layout);
            samples[at + 2] = sample(in, layout);
            samples[at + 4] = samples[at + 1];
            samples[at + 5] = samples[at + 2];
        }
        return samples;
    }
}
