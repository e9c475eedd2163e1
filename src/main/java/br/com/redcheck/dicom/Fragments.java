package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which fragments of encapsulated pixel data make which frame (PS3.5 annex A.4).
 *
 * <p>One fragment a frame is the rule. A frame in several is found by the basic offset table; where that is empty, by the
 * fragments that begin as a JPEG or JPEG 2000 stream does.
 */
final class Fragments {
    private static final int ITEM_HEADER = 8;
    private static final long LARGEST_OFFSET = 0xFFFF_FFFFL;

    private final List<byte[]> fragments;
    private final int[] firstOfFrame;

    private Fragments(List<byte[]> fragments, int[] firstOfFrame) {
        this.fragments = fragments;
        this.firstOfFrame = firstOfFrame;
    }

    static Fragments of(Element pixelData, int frames) {
        List<byte[]> fragments = withoutEmptyEnd(pixelData.fragments(), frames);
        if (fragments.size() < frames) {
            throw new UnreadablePixels(Reason.TRUNCATED);
        }
        if (frames == 1) {
            return new Fragments(fragments, new int[] {0});
        }
        if (fragments.size() == frames) {
            return new Fragments(fragments, IntStream.range(0, frames).toArray());
        }
        int[] first = pixelData.offsetTable().length == 4L * frames
                ? byOffset(fragments, pixelData.offsetTable())
                : byBeginning(fragments);
        if (first.length != frames || first[0] != 0) {
            throw new UnreadablePixels(Reason.CORRUPT);
        }
        return new Fragments(fragments, first);
    }

    /** Some writers end with a fragment of no bytes, which belongs to no frame. */
    private static List<byte[]> withoutEmptyEnd(List<byte[]> fragments, int frames) {
        int end = fragments.size();
        while (end > frames && fragments.get(end - 1).length == 0) {
            end--;
        }
        return fragments.subList(0, end);
    }

    /** Pixel data of these frames, each in one fragment, with an offset table if there are several. */
    static Element element(Vr vr, List<byte[]> frames) {
        ByteBuffer offsets = ByteBuffer.allocate(4 * frames.size()).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        for (byte[] frame : frames) {
            offsets.putInt((int) offset);
            offset += ITEM_HEADER + frame.length + frame.length % 2;
        }
        boolean located = frames.size() > 1 && offset <= LARGEST_OFFSET;
        return Element.encapsulated(Tag.PIXEL_DATA, vr, located ? offsets.array() : new byte[0], frames);
    }

    /** The compressed stream of one frame in one piece. */
    byte[] frame(int index) {
        int from = firstOfFrame[index];
        int to = index + 1 < firstOfFrame.length ? firstOfFrame[index + 1] : fragments.size();
        if (to - from == 1) {
            return fragments.get(from);
        }
        long length =
                fragments.subList(from, to).stream().mapToLong(f -> f.length).sum();
        ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(length));
        fragments.subList(from, to).forEach(whole::put);
        return whole.array();
    }

    private static int[] byOffset(List<byte[]> fragments, byte[] table) {
        long[] starts = new long[fragments.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + ITEM_HEADER + fragments.get(i - 1).length;
        }
        ByteBuffer offsets = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int[] first = new int[table.length / 4];
        int previous = -1;
        for (int frame = 0; frame < first.length; frame++) {
            first[frame] = Arrays.binarySearch(starts, Integer.toUnsignedLong(offsets.getInt()));
            if (first[frame] <= previous) {
                throw new UnreadablePixels(Reason.CORRUPT);
            }
            previous = first[frame];
        }
        return first;
    }

    private static int[] byBeginning(List<byte[]> fragments) {
        return IntStream.range(0, fragments.size())
                .filter(i -> beginsStream(fragments.get(i)))
                .toArray();
    }

    private static boolean beginsStream(byte[] fragment) {
        return fragment.length > 2
                && fragment[0] == (byte) 0xFF
                && (fragment[1] == (byte) 0xD8 || fragment[1] == (byte) 0x4F)
                && fragment[2] == (byte) 0xFF;
    }
}
