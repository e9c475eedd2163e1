package br.com.redcheck.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for many strings of bytes in one pass, without regard to the case of ASCII letters (Wu and Manber, 1994): where a pair
 * of bytes is in none of them, the window jumps by nearly the length of the shortest.
 */
final class ByteSearch {
    private static final byte[] FOLDED = folded();

    private static final int WIDEST = Byte.MAX_VALUE;

    /** Takes what was found; the offsets are those of the array that was searched. */
    interface Found {
        void at(int pattern, int from, int to);
    }

    private final List<byte[]> patterns = new ArrayList<>();

    /** The patterns whose window ends with a pair. */
    private final int[][] byLastPair = new int[1 << 16][];

    /** The pair that each pattern begins with: looked at before the pattern, for in pixels many windows end like letters. */
    private final int[] firstPairs;

    /** How far the window may move on from a pair. Bytes, for the table to stay in the caches while the pixels pass through them. */
    private final byte[] jump = new byte[1 << 16];

    private final int window;
    private final int longest;

    /** @param patterns of at least two bytes each */
    ByteSearch(List<byte[]> patterns) {
        this.window = patterns.stream()
                .mapToInt(pattern -> Math.min(pattern.length, WIDEST))
                .min()
                .orElse(2);
        this.longest =
                patterns.stream().mapToInt(pattern -> pattern.length).max().orElse(2);
        this.firstPairs = new int[patterns.size()];
        Arrays.fill(jump, (byte) (window - 1));
        patterns.forEach(this::add);
    }

    private void add(byte[] pattern) {
        byte[] folded = new byte[pattern.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLDED[pattern[i] & 0xFF];
        }
        for (int i = 1; i < window; i++) {
            int pair = pair(folded, i);
            jump[pair] = (byte) Math.min(jump[pair], window - 1 - i);
        }
        int last = pair(folded, window - 1);
        int[] others = byLastPair[last] == null ? new int[0] : byLastPair[last];
        byLastPair[last] = Arrays.copyOf(others, others.length + 1);
        byLastPair[last][others.length] = patterns.size();
        firstPairs[patterns.size()] = pair(folded, 1);
        patterns.add(folded);
    }

    /** The length of the longest pattern. */
    int longest() {
        return longest;
    }

    void search(byte[] bytes, int from, int to, Found found) {
        if (patterns.isEmpty()) {
            return;
        }
        int last = from + window - 1;
        while (last < to) {
            int pair = pair(bytes, last);
            if (jump[pair] == 0) {
                candidates(byLastPair[pair], bytes, last - window + 1, to, found);
            }
            last += Math.max(1, jump[pair]);
        }
    }

    private void candidates(int[] candidates, byte[] bytes, int from, int to, Found found) {
        int first = pair(bytes, from + 1);
        for (int candidate : candidates) {
            if (firstPairs[candidate] == first) {
                byte[] pattern = patterns.get(candidate);
                if (from + pattern.length <= to && isAt(pattern, bytes, from)) {
                    found.at(candidate, from, from + pattern.length);
                }
            }
        }
    }

    private static boolean isAt(byte[] pattern, byte[] bytes, int from) {
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] != FOLDED[bytes[from + i] & 0xFF]) {
                return false;
            }
        }
        return true;
    }

    private static int pair(byte[] bytes, int last) {
        return (FOLDED[bytes[last - 1] & 0xFF] & 0xFF) << 8 | (FOLDED[bytes[last] & 0xFF] & 0xFF);
    }

    private static byte[] folded() {
        byte[] folded = new byte[256];
        for (int i = 0; i < folded.length; i++) {
            boolean capital = i >= 'A' && i <= 'Z';
            folded[i] = (byte) (capital ? i + ('a' - 'A') : i);
        }
        return folded;
    }
}
