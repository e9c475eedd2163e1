package br.com.redcheck.dicom;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What a compressed stream says of itself before any of it is decoded.
 *
 * @param process for JPEG the number {@code n} of its SOFn marker, 0 to 15, and 55 for JPEG-LS; for JPEG 2000 0
 * @param precision bits of a sample
 * @param signed only JPEG 2000 knows signed samples
 * @param highThroughput whether JPEG 2000 blocks may be coded as part 15 says
 * @param tileParts into how many parts JPEG 2000 cuts each of several tiles; 1 if it does not, or if there is one tile
 */
record StreamHeader(
        int process,
        int rows,
        int columns,
        int components,
        int precision,
        boolean signed,
        boolean highThroughput,
        int tileParts) {
    private static final int SOI = 0xFFD8;
    private static final int SOF55 = 0xF7;
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int PART_15 = 0x4000;
    private static final int SOT = 0xFF90;
    private static final int SOC_AND_MARKER = 4;
    private static final int SOT_PARTS = 9;

    /** The most tiles the code stream's own two bytes can number. */
    private static final long MOST_TILES = 65_535;

    /** Reads the frame header of a JPEG or JPEG-LS stream. */
    static StreamHeader ofJpeg(byte[] stream) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(stream);
        try {
            if (unsigned(in.getShort()) != SOI) {
                throw new IOException("no JPEG start of image");
            }
            while (true) {
                int marker = nextMarker(in);
                if (startsFrame(marker)) {
                    in.getShort();
                    int precision = in.get() & 0xFF;
                    int rows = unsigned(in.getShort());
                    int columns = unsigned(in.getShort());
                    int process = marker == SOF55 ? 55 : marker & 0x0F;
                    return new StreamHeader(process, rows, columns, in.get() & 0xFF, precision, false, false, 1);
                }
                if (marker >= 0xD0 && marker <= 0xDA) { // restart, start or end of image, start of scan
                    throw new IOException("no JPEG frame header");
                }
                skip(in, unsigned(in.getShort(in.position())));
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("JPEG header ends early", e);
        }
    }

    /** Reads the SIZ segment of a JPEG 2000 code stream; DICOM keeps no JP2 boxes around it. */
    static StreamHeader ofJpeg2000(byte[] stream) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(stream);
        try {
            if (unsigned(in.getShort()) != SOC || unsigned(in.getShort()) != SIZ) {
                throw new IOException("no JPEG 2000 code stream");
            }
            in.getShort(); // length
            boolean highThroughput = (in.getShort() & PART_15) != 0;
            long right = unsigned(in.getInt());
            long bottom = unsigned(in.getInt());
            long left = unsigned(in.getInt());
            long top = unsigned(in.getInt());
            long tiles = tiles(in, left, top, right, bottom);
            int components = unsigned(in.getShort());
            int depth = in.get(); // of the first component: the sign in the top bit, the bits less one below it
            likeTheFirst(in, components, depth);
            int rows = (int) Math.min(bottom - top, Integer.MAX_VALUE);
            int columns = (int) Math.min(right - left, Integer.MAX_VALUE);
            int tileParts = tiles > 1 ? tileParts(in) : 1;
            int precision = (depth & 0x7F) + 1;
            return new StreamHeader(0, rows, columns, components, precision, depth < 0, highThroughput, tileParts);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("JPEG 2000 header ends early", e);
        }
    }

    /**
     * Compares the stream with the data set around it, so that nothing is allocated on the word of the one alone.
     *
     * @throws IOException if the two speak of different pictures
     */
    void mustAgreeWith(PixelLayout layout) throws IOException {
        if (rows != layout.rows()
                || columns != layout.columns()
                || components != layout.samplesPerPixel()
                || precision > layout.bitsAllocated()) {
            throw new IOException("stream of " + columns + "x" + rows + "x" + components + " samples of " + precision
                    + " bits does not agree with the header");
        }
    }

    /** All components have the depth of the first, and one sample for every pixel, across and down. */
    private static void likeTheFirst(ByteBuffer in, int components, int depth) {
        for (int i = 0; i < components; i++) {
            if ((i > 0 && in.get() != depth) || in.getShort() != 0x0101) {
                throw new UnreadablePixels(UnreadablePixels.Reason.UNSUPPORTED_LAYOUT, "JPEG 2000 Ssiz, XRsiz, YRsiz");
            }
        }
    }

    /** How many tiles the picture is cut into, the first of which holds its upper left corner (T.800 B.3). */
    private static long tiles(ByteBuffer in, long left, long top, long right, long bottom) throws IOException {
        long width = unsigned(in.getInt());
        long height = unsigned(in.getInt());
        long tileLeft = unsigned(in.getInt());
        long tileTop = unsigned(in.getInt());
        if (tileLeft > left || tileLeft + width <= left || tileTop > top || tileTop + height <= top) {
            throw new IOException("JPEG 2000 tiles beside the picture");
        }
        long tiles = ((right - tileLeft + width - 1) / width) * ((bottom - tileTop + height - 1) / height);
        if (tiles > MOST_TILES) {
            throw new IOException("too many JPEG 2000 tiles");
        }
        return tiles;
    }

    /** What the first start of tile-part (SOT) says of their number. */
    private static int tileParts(ByteBuffer in) {
        in.position(SOC_AND_MARKER + unsigned(in.getShort(SOC_AND_MARKER)));
        while (unsigned(in.getShort()) != SOT) {
            skip(in, unsigned(in.getShort(in.position())));
        }
        return in.get(in.position() + SOT_PARTS) & 0xFF;
    }

    private static int nextMarker(ByteBuffer in) throws IOException {
        if ((in.get() & 0xFF) != 0xFF) {
            throw new IOException("no JPEG marker where one must be");
        }
        int marker;
        do {
            marker = in.get() & 0xFF;
        } while (marker == 0xFF);
        return marker;
    }

    /** SOF55 of JPEG-LS, and SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
    private static boolean startsFrame(int marker) {
        return marker == SOF55
                || marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static void skip(ByteBuffer in, int length) {
        in.position(in.position() + length);
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
