package br.com.redcheck.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the comments out of a JPEG 2000 code stream (ITU-T T.800 annex A), and whatever lies around it. */
final class Jpeg2000Comments {
    private static final int SOC = 0xFF4F;
    private static final int TLM = 0xFF55;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int FIRST_NEEDED = 0xFF50; // CAP
    private static final int LAST_NEEDED = 0xFF63; // CRG; the next is COM
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;
    private static final int SOT_LENGTH = 12;
    private static final int PSOT = 6;

    private final byte[] stream;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private boolean shortened;
    private boolean packed;

    private Jpeg2000Comments(byte[] stream) {
        this.stream = stream;
    }

    /**
     * The code stream alone, from its start to its end.
     *
     * @throws IOException if its headers are broken, or a tile-part ends early
     */
    static byte[] removed(byte[] wrapped) throws IOException {
        return new Jpeg2000Comments(Jp2Boxes.removed(wrapped)).removed();
    }

    /**
     * Refuses what a reader that trusts the stream never comes to the end of.
     *
     * @throws UnreadablePixels (UNSUPPORTED_LAYOUT) if headers of packets stand together (PPM, PPT), not each before its packet
     * @throws IOException if two bytes of ones stand behind the main header: T.800 B.10.1 and annex C let no part of the samples end in one
     */
    static void mustEnd(byte[] stream) throws IOException {
        Jpeg2000Comments walk = new Jpeg2000Comments(stream);
        walk.removed();
        if (walk.packed) {
            throw new UnreadablePixels(UnreadablePixels.Reason.UNSUPPORTED_LAYOUT, "JPEG 2000 PPM, PPT");
        }
        walk.parts.write(0xFF); // with which the end of the image begins
        byte[] parts = walk.parts.toByteArray();
        for (int at = 1; at < parts.length; at++) {
            if (parts[at - 1] == (byte) 0xFF && parts[at] == (byte) 0xFF) {
                throw new IOException("JPEG 2000 samples of ones only");
            }
        }
    }

    private byte[] removed() throws IOException {
        if (number(0) != SOC) {
            throw new IOException("no JPEG 2000 code stream");
        }
        ByteArrayOutputStream main = new ByteArrayOutputStream();
        int at = header(2, SOT, main);
        while (at + 2 <= stream.length && number(at) == SOT) {
            at = tilePart(at);
        }
        if (shortened) {
            main = withoutLengths(main.toByteArray());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) SOC});
        main.writeTo(out);
        parts.writeTo(out);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) EOC});
        return out.toByteArray();
    }

    /** Copies one tile-part, whose length is corrected, and tells where the next begins. */
    private int tilePart(int from) throws IOException {
        if (from + SOT_LENGTH > stream.length) {
            throw new IOException("JPEG 2000 tile-part ends early");
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int data = header(from + SOT_LENGTH, SOD, header);
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(stream).getInt(from + PSOT));
        long end = length == 0 ? endOfImage(data) : from + length;
        if (end < data || end > stream.length) {
            throw new IOException("JPEG 2000 tile-part of a length that cannot be");
        }
        int kept = SOT_LENGTH + header.size() + (int) end - data;
        shortened |= length != 0 && kept != length;
        byte[] start = new byte[SOT_LENGTH];
        System.arraycopy(stream, from, start, 0, SOT_LENGTH);
        ByteBuffer.wrap(start).putInt(PSOT, length == 0 ? 0 : kept);
        parts.writeBytes(start);
        parts.writeBytes(header.toByteArray());
        parts.write(stream, data, (int) end - data);
        return (int) end;
    }

    /** Copies the segments up to a marker, comments and unknown ones left out, and tells where that marker is. */
    private int header(int from, int until, ByteArrayOutputStream out) throws IOException {
        int at = from;
        for (int marker = number(at); marker != until; marker = number(at)) {
            int next = at + 2 + number(at + 2);
            if (next < at + 4 || next > stream.length) {
                throw new IOException("JPEG 2000 segment of a length that cannot be");
            }
            packed |= marker == PPM || marker == PPT;
            if (marker >= FIRST_NEEDED && marker <= LAST_NEEDED) {
                out.write(stream, at, next - at);
            }
            at = next;
        }
        return at;
    }

    /** The last tile-part may go on to the end of the image; coded samples never look like its marker. */
    private int endOfImage(int from) {
        for (int at = from; at + 1 < stream.length; at++) {
            if (stream[at] == (byte) 0xFF && stream[at + 1] == (byte) EOC) {
                return at;
            }
        }
        return stream.length;
    }

    /** Lengths of tile-parts in the main header are a help only: none are better than wrong ones. */
    private static ByteArrayOutputStream withoutLengths(byte[] main) {
        ByteBuffer in = ByteBuffer.wrap(main);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length;
        for (int at = 0; at < main.length; at += length) {
            length = 2 + Short.toUnsignedInt(in.getShort(at + 2));
            if (Short.toUnsignedInt(in.getShort(at)) != TLM) {
                out.write(main, at, length);
            }
        }
        return out;
    }

    private int number(int at) throws IOException {
        if (at + 2 > stream.length) {
            throw new IOException("JPEG 2000 header ends early");
        }
        return (stream[at] & 0xFF) << 8 | stream[at + 1] & 0xFF;
    }
}
