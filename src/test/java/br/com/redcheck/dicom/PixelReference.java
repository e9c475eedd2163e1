package br.com.redcheck.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A row of {@code data/dicom/pixels.csv}: what pydicom 2.3 with GDCM makes of a file's samples, before any look-up table. */
public record PixelReference(String type, long min, long max, double sum, String sha256, boolean exact) {

    /** By file, as a path in the folder. */
    public static Map<String, PixelReference> in(Path folder) throws IOException {
        Map<String, PixelReference> references = new LinkedHashMap<>();
        try (Stream<String> rows = Files.lines(folder.resolve("pixels.csv")).skip(1)) {
            rows.map(row -> row.split(",", -1)).forEach(cells -> references.put(cells[0], of(cells)));
        }
        return references;
    }

    private static PixelReference of(String[] cells) {
        return new PixelReference(
                cells[2],
                (long) Double.parseDouble(cells[3]),
                (long) Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                cells[6],
                cells[7].equals("exact"));
    }

    /** In what these pixels are others; empty if they are the same, or within two grey levels where the file is lossy. */
    public String difference(PixelData pixels) {
        Actual actual = Actual.of(pixels, Integer.parseInt(type.replaceAll("\\D", "")) / 8);
        if (exact) {
            return actual.sha256().equals(sha256) ? "" : "other samples: " + actual + ", not " + limits();
        }
        boolean close = Math.abs(actual.min() - min) <= 2
                && Math.abs(actual.max() - max) <= 2
                && Math.abs(actual.sum() - sum) <= 0.002 * Math.abs(sum) + 0.05 * actual.count();
        return close ? "" : "beyond tolerance: " + actual + ", not " + limits();
    }

    private String limits() {
        return "min %d max %d sum %.0f".formatted(min, max, sum);
    }

    /** The same of what we decode. */
    private record Actual(long min, long max, double sum, long count, String sha256) {
        static Actual of(PixelData pixels, int width) {
            MessageDigest digest = sha256Digest();
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            double sum = 0;
            long count = 0;
            for (int frame = 0; frame < pixels.frames(); frame++) {
                int[] samples = pixels.frame(frame).samples();
                digest.update(bytes(samples, width));
                for (int sample : samples) {
                    long value = pixels.signed() ? sample : Integer.toUnsignedLong(sample);
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                    sum += value;
                }
                count += samples.length;
            }
            return new Actual(min, max, sum, count, HexFormat.of().formatHex(digest.digest()));
        }

        private static byte[] bytes(int[] samples, int width) {
            ByteBuffer out = ByteBuffer.allocate(samples.length * width).order(ByteOrder.LITTLE_ENDIAN);
            for (int sample : samples) {
                switch (width) {
                    case 1 -> out.put((byte) sample);
                    case 2 -> out.putShort((short) sample);
                    default -> out.putInt(sample);
                }
            }
            return out.array();
        }

        private static MessageDigest sha256Digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "min %d max %d sum %.0f".formatted(min, max, sum);
        }
    }
}
