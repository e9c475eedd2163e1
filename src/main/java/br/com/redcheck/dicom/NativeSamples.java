package br.com.redcheck.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Uncompressed pixel data (PS3.5 section 8.2): frames one after the other without a gap, not even between odd bits. */
final class NativeSamples {
    private final byte[] data;
    private final ByteOrder order;
    private final PixelLayout layout;

    private NativeSamples(byte[] data, ByteOrder order, PixelLayout layout) {
        this.data = data;
        this.order = order;
        this.layout = layout;
    }

    /**
     * Samples wider than the unit of their value representation need care in big-endian files: the data set holds numbers
     * little endian, but only as wide as the representation says, two bytes for OW and one for OB.
     *
     * @throws UnreadablePixels (TRUNCATED) if there are fewer bytes than the layout asks for
     */
    static NativeSamples of(Element element, PixelLayout layout, boolean bigEndian) {
        return of(element.value(), element.vr(), layout, bigEndian);
    }

    /** The same on bytes of its own, which {@link #put} may change. */
    static NativeSamples copyOf(Element element, PixelLayout layout, boolean bigEndian) {
        return of(element.value().clone(), element.vr(), layout, bigEndian);
    }

    private static NativeSamples of(byte[] data, Vr vr, PixelLayout layout, boolean bigEndian) {
        if (8L * data.length < bitsPerFrame(layout) * layout.frames()) {
            throw new UnreadablePixels(UnreadablePixels.Reason.TRUNCATED);
        }
        if (!bigEndian || layout.bytesPerSample() <= vr.unit()) {
            return new NativeSamples(data, ByteOrder.LITTLE_ENDIAN, layout);
        }
        byte[] asInFile = data.clone();
        ByteOrders.swap(asInFile, vr.unit());
        return new NativeSamples(asInFile, ByteOrder.BIG_ENDIAN, layout);
    }

    /** One frame on its own, little endian. */
    static NativeSamples ofFrame(byte[] frame, PixelLayout layout) {
        return new NativeSamples(frame, ByteOrder.LITTLE_ENDIAN, layout);
    }

    /** Whole bytes that one frame on its own takes. */
    static int bytesPerFrame(PixelLayout layout) {
        return Math.toIntExact((bitsPerFrame(layout) + 7) / 8);
    }

    /** Whole bytes that all frames take. */
    static long bytesOfAll(PixelLayout layout) {
        return (bitsPerFrame(layout) * layout.frames() + 7) / 8;
    }

    private static long bitsPerFrame(PixelLayout layout) {
        long samples = (long) layout.pixelsPerFrame() * (layout.chromaHalved() ? 2 : layout.samplesPerPixel());
        return samples * layout.bitsAllocated();
    }

    /** The samples of one frame, from 0. */
    int[] frame(int index) {
        long firstBit = bitsPerFrame(layout) * index;
        if (layout.bitsAllocated() == 1) {
            return bits(data, firstBit, layout.samplesPerFrame());
        }
        ByteBuffer in = ByteBuffer.wrap(data).order(order).position((int) (firstBit / 8));
        if (layout.chromaHalved()) {
            return chromaRepeated(in);
        }
        int[] samples = new int[layout.samplesPerFrame()];
        if (!layout.planar() || layout.samplesPerPixel() == 1) {
            for (int at = 0; at < samples.length; at++) {
                samples[at] = sample(in);
            }
            return samples;
        }
        for (int plane = 0; plane < layout.samplesPerPixel(); plane++) {
            for (int at = plane; at < samples.length; at += layout.samplesPerPixel()) {
                samples[at] = sample(in);
            }
        }
        return samples;
    }

    /** Puts the samples of one frame where {@link #frame} finds them. */
    void put(int index, int[] samples) {
        long firstBit = bitsPerFrame(layout) * index;
        if (layout.bitsAllocated() == 1) {
            putBits(firstBit, samples);
            return;
        }
        ByteBuffer out = ByteBuffer.wrap(data).order(order).position((int) (firstBit / 8));
        if (layout.chromaHalved()) {
            for (int at = 0; at + 6 <= samples.length; at += 6) {
                putSample(out, samples[at]);
                putSample(out, samples[at + 3]);
                putSample(out, samples[at + 1]);
                putSample(out, samples[at + 2]);
            }
            return;
        }
        int planes = layout.planar() ? layout.samplesPerPixel() : 1;
        for (int plane = 0; plane < planes; plane++) {
            for (int at = plane; at < samples.length; at += planes) {
                putSample(out, samples[at]);
            }
        }
    }

    byte[] bytes() {
        return data;
    }

    /** The element that these are the samples of, with the bytes as they are now. */
    Element element(Element original) {
        byte[] value = data;
        if (order == ByteOrder.BIG_ENDIAN) {
            value = data.clone();
            ByteOrders.swap(value, original.vr().unit());
        }
        return Element.of(original.tag(), original.vr(), value);
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

    private int sample(ByteBuffer in) {
        return switch (layout.bitsAllocated()) {
            case 8 -> layout.signed() ? in.get() : in.get() & 0xFF;
            case 16 -> layout.signed() ? in.getShort() : in.getShort() & 0xFFFF;
            default -> in.getInt();
        };
    }

    private void putBits(long firstBit, int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            int at = (int) ((firstBit + i) >> 3);
            int bit = 1 << ((firstBit + i) & 7);
            data[at] = (byte) (samples[i] == 0 ? data[at] & ~bit : data[at] | bit);
        }
    }

    private void putSample(ByteBuffer out, int sample) {
        switch (layout.bitsAllocated()) {
            case 8 -> out.put((byte) sample);
            case 16 -> out.putShort((short) sample);
            default -> out.putInt(sample);
        }
    }

    /** YBR_FULL_422 stores Y1 Y2 Cb Cr for two neighbours (PS3.3 C.7.6.3.1.2). */
    private int[] chromaRepeated(ByteBuffer in) {
        int[] samples = new int[layout.samplesPerFrame()];
        for (int at = 0; at + 6 <= samples.length; at += 6) {
            samples[at] = sample(in);
            samples[at + 3] = sample(in);
            samples[at + 1] = sample(in);
            samples[at + 2] = sample(in);
            samples[at + 4] = samples[at + 1];
            samples[at + 5] = samples[at + 2];
        }
        return samples;
    }
}
