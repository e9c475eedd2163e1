package br.com.redcheck.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** RLE Lossless (PS3.5 annex G): every byte of every sample is a plane of its own, packed with PackBits. */
final class RleCodec implements FrameCodec {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

    @Override
    public int[] decode(byte[] stream, PixelLayout layout) throws IOException {
        if (layout.bitsAllocated() == 1) {
            byte[] packed = segment(stream, 0, (layout.pixelsPerFrame() + 7) / 8, 1);
            return NativeSamples.bits(packed, 0, layout.pixelsPerFrame());
        }
        int bytes = layout.bytesPerSample();
        int[] samples = new int[layout.samplesPerFrame()];
        for (int plane = 0; plane < layout.samplesPerPixel(); plane++) {
            for (int part = 0; part < bytes; part++) {
                int segments = bytes * layout.samplesPerPixel();
                byte[] values = segment(stream, plane * bytes + part, layout.pixelsPerFrame(), segments);
                // The most significant byte comes first, so each next one pushes the others up.
                for (int pixel = 0, at = plane; pixel < values.length; pixel++, at += layout.samplesPerPixel()) {
                    samples[at] = (samples[at] << 8) | (values[pixel] & 0xFF);
                }
            }
        }
        if (layout.signed()) {
            Arrays.setAll(samples, i -> PixelLayout.signExtended(samples[i], layout.bitsAllocated()));
        }
        return samples;
    }

    @Override
    public int precision(byte[] stream, PixelLayout layout) {
        return 0;
    }

    @Override
    public byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException {
        return RleEncoder.encode(decode(stream, layout), layout);
    }

    private static byte[] segment(byte[] stream, int index, int length, int expected) throws IOException {
        if (stream.length < HEADER) {
            throw new EOFException("RLE header");
        }
        ByteBuffer in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int count = in.getInt(0);
        if (count != expected || count > MOST_SEGMENTS) {
            throw new IOException("RLE stream of " + count + " segments, not " + expected);
        }
        int start = in.getInt(4 + 4 * index);
        int end = index + 1 < count ? in.getInt(8 + 4 * index) : stream.length;
        if (start < HEADER || end < start || end > stream.length) {
            throw new IOException("RLE segment outside its frame");
        }
        return unpacked(stream, start, end, length);
    }

    private static byte[] unpacked(byte[] in, int start, int end, int length) throws IOException {
        byte[] out = new byte[length];
        int from = start;
        int to = 0;
        while (to < length) {
            if (from + 1 >= end) {
                throw new EOFException("RLE segment");
            }
            int control = in[from++];
            if (control >= 0) {
                int literal = Math.min(control + 1, length - to);
                if (from + literal > end) {
                    throw new EOFException("RLE literal run");
                }
                System.arraycopy(in, from, out, to, literal);
                from += control + 1;
                to += literal;
            } else if (control != -128) {
                int run = Math.min(1 - control, length - to);
                Arrays.fill(out, to, to + run, in[from++]);
                to += run;
            }
        }
        return out;
    }
}
