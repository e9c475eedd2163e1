package br.com.redcheck.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The way back from {@link RleCodec}: packs the samples of one frame (PS3.5 annex G). */
final class RleEncoder {
    private static final int HEADER = 64;
    private static final int LONGEST = 128;

    private RleEncoder() {}

    /** One frame: a segment for every byte of every sample, the most significant first; single bits are packed into one. */
    static byte[] encode(int[] samples, PixelLayout layout) {
        if (layout.bitsAllocated() == 1) {
            NativeSamples bits = NativeSamples.ofFrame(new byte[NativeSamples.bytesPerFrame(layout)], layout);
            bits.put(0, samples);
            return frame(List.of(bits.bytes()), bits.bytes().length);
        }
        List<byte[]> segments = new ArrayList<>();
        for (int plane = 0; plane < layout.samplesPerPixel(); plane++) {
            for (int shift = layout.bitsAllocated() - 8; shift >= 0; shift -= 8) {
                segments.add(plane(samples, plane, layout, shift));
            }
        }
        return frame(segments, layout.columns());
    }

    /** No run goes over the end of a row (G.3.1). */
    private static byte[] frame(List<byte[]> segments, int row) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ByteBuffer header =
                ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putInt(segments.size());
        for (byte[] segment : segments) {
            header.putInt(HEADER + body.size());
            for (int start = 0; start < segment.length; start += row) {
                pack(segment, start, start + row, body);
            }
            if (body.size() % 2 != 0) {
                body.write(0);
            }
        }
        byte[] encoded = new byte[HEADER + body.size()];
        System.arraycopy(header.array(), 0, encoded, 0, HEADER);
        System.arraycopy(body.toByteArray(), 0, encoded, HEADER, body.size());
        return encoded;
    }

    private static byte[] plane(int[] samples, int plane, PixelLayout layout, int shift) {
        byte[] bytes = new byte[layout.pixelsPerFrame()];
        for (int pixel = 0, at = plane; pixel < bytes.length; pixel++, at += layout.samplesPerPixel()) {
            bytes[pixel] = (byte) (samples[at] >> shift);
        }
        return bytes;
    }

    private static void pack(byte[] bytes, int from, int end, ByteArrayOutputStream out) {
        int at = from;
        while (at < end) {
            int run = run(bytes, at, end);
            if (run > 1) {
                out.write(1 - run);
                out.write(bytes[at]);
                at += run;
            } else {
                int literal = literal(bytes, at, end);
                out.write(literal - 1);
                out.write(bytes, at, literal);
                at += literal;
            }
        }
    }

    private static int run(byte[] bytes, int from, int end) {
        int most = Math.min(end, from + LONGEST);
        int to = from + 1;
        while (to < most && bytes[to] == bytes[from]) {
            to++;
        }
        return to - from;
    }

    /** Different bytes up to the next three alike: two alike are no shorter as a run of their own. */
    private static int literal(byte[] bytes, int from, int end) {
        int most = Math.min(end, from + LONGEST);
        int to = from + 1;
        while (to < most && run(bytes, to, Math.min(end, to + 3)) < 3) {
            to++;
        }
        return to - from;
    }
}
