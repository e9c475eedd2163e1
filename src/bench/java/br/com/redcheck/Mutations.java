package br.com.redcheck;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes files at random, the same way for the same seed. */
public final class Mutations {
    private static final int MOST_CHANGES = 4;
    private static final int LONGEST_PIECE = 64;

    /** Numbers at which lengths and counts go wrong. */
    private static final byte[][] BORDERS = {
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {-2, -1, -1, -1},
        {-1, -1, -1, 127},
        {0, 0, 0, -128},
        {1, 0},
        {-1, -1},
        {0, -128}
    };

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** One of the files with a few changes, cut or mixed with another now and then. */
    public byte[] of(List<byte[]> files) {
        byte[] file = any(files).clone();
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0 && file.length > 0; left--) {
            file = changed(file, files);
        }
        return file;
    }

    private byte[] changed(byte[] file, List<byte[]> files) {
        int at = random.nextInt(file.length);
        int length = Math.min(1 + random.nextInt(LONGEST_PIECE), file.length - at);
        return switch (random.nextInt(16)) {
            case 0 -> joined(file, at, new byte[0], at + length);
            case 1 -> joined(file, at, Arrays.copyOfRange(file, at, at + length), at);
            case 2 -> joined(file, at, bytes(length), at);
            case 3 -> random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : file;
            case 4 -> {
                byte[] other = any(files);
                int from = random.nextInt(other.length);
                yield random.nextInt(4) == 0
                        ? joined(file, at, Arrays.copyOfRange(other, from, other.length), file.length)
                        : file;
            }
            case 5, 6, 7 -> overwritten(file, at, BORDERS[random.nextInt(BORDERS.length)]);
            case 8, 9 -> overwritten(file, at, bytes(length));
            default -> overwritten(file, at, bytes(1));
        };
    }

    private byte[] any(List<byte[]> files) {
        return files.get(random.nextInt(files.size()));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] overwritten(byte[] file, int at, byte[] piece) {
        System.arraycopy(piece, 0, file, at, Math.min(piece.length, file.length - at));
        return file;
    }

    private static byte[] joined(byte[] file, int until, byte[] between, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, until);
        bytes.writeBytes(between);
        bytes.write(file, from, file.length - from);
        return bytes.toByteArray();
    }
}
