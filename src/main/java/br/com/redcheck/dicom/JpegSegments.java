package br.com.redcheck.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The marker segments of a JPEG or JPEG-LS stream (ITU-T T.81 annex B, T.87 annex C), from its start to the end of the image.
 *
 * @param all in their order, without the start and the end of the image
 */
record JpegSegments(byte[] stream, List<Segment> all) {
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;

    /** APP14: whether colour was transformed to luminance and chrominance. */
    private static final int ADOBE = 0xEE;

    private static final int ADOBE_LENGTH = 12;

    /** APP8 of JPEG-LS: which of HP's transforms colour went through. */
    private static final int HP = 0xE8;

    private static final int HP_LENGTH = 5;

    private static final int MOST_SEGMENTS = 10_000;

    /**
     * One segment; a start of scan holds the coded samples behind it.
     *
     * @param from where its marker begins
     * @param data where its parameters begin, behind marker and length
     * @param to where the next marker begins
     */
    record Segment(int marker, int from, int data, int to) {
        /** Frames, scans and their tables: SOFn, DHT and DAC, SOS, DQT, DNL, DRI; SOF55 and LSE of JPEG-LS. */
        boolean isNeeded() {
            return (marker >= 0xC0 && marker <= 0xCF)
                    || (marker >= SOS && marker <= 0xDD)
                    || marker == 0xF7
                    || marker == 0xF8;
        }
    }

    /**
     * Finds the segments without looking into them.
     *
     * @throws IOException if the stream is no JPEG, or ends before the end of the image
     */
    static JpegSegments of(byte[] stream) throws IOException {
        List<Segment> found = new ArrayList<>();
        int at = 0;
        if (marker(stream, at) != SOI) {
            throw new IOException("no JPEG start of image");
        }
        at += 2;
        while (true) {
            int marker = marker(stream, at);
            if (marker == 0xFF) { // fill byte
                at++;
                continue;
            }
            if (marker == EOI) {
                return new JpegSegments(stream, List.copyOf(found));
            }
            Segment segment = segment(stream, marker, at);
            if (found.size() == MOST_SEGMENTS) {
                throw new IOException("too many JPEG segments");
            }
            found.add(segment);
            at = segment.to();
        }
    }

    /** How often the picture is drawn over. */
    long scans() {
        return all.stream().filter(segment -> segment.marker() == SOS).count();
    }

    /** The stream with nothing in it that is not needed to decode it, the colour transforms of Adobe and HP being needed. */
    byte[] withoutComments() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) SOI});
        for (Segment segment : all) {
            if (segment.marker() == ADOBE && holds(segment, "Adobe", ADOBE_LENGTH)) {
                out.writeBytes(
                        new byte[] {(byte) 0xFF, (byte) ADOBE, 0, 2 + ADOBE_LENGTH, 'A', 'd', 'o', 'b', 'e', 0, 100});
                out.writeBytes(new byte[] {0, 0, 0, 0, stream[segment.data() + ADOBE_LENGTH - 1]});
            } else if (segment.marker() == HP && holds(segment, "mrfx", HP_LENGTH)) {
                out.writeBytes(new byte[] {(byte) 0xFF, (byte) HP, 0, 2 + HP_LENGTH, 'm', 'r', 'f', 'x'});
                out.write(stream[segment.data() + HP_LENGTH - 1]);
            } else if (segment.isNeeded()) {
                out.write(stream, segment.from(), segment.to() - segment.from());
            }
        }
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) EOI});
        return out.toByteArray();
    }

    private boolean holds(Segment segment, String name, int length) {
        return segment.to() - segment.data() >= length
                && new String(stream, segment.data(), name.length(), StandardCharsets.US_ASCII).equals(name);
    }

    private static Segment segment(byte[] stream, int marker, int from) throws IOException {
        int data = from + 4;
        if (data > stream.length) {
            throw new IOException("JPEG segment ends early");
        }
        int to = from + 2 + ((stream[from + 2] & 0xFF) << 8 | stream[from + 3] & 0xFF);
        if (to < data || to > stream.length) {
            throw new IOException("JPEG segment of a length that cannot be");
        }
        return new Segment(marker, from, data, marker == SOS ? afterScan(stream, to) : to);
    }

    /** Coded samples go on until a marker that is no restart; after FF they have 00, or in JPEG-LS anything below 80. */
    private static int afterScan(byte[] stream, int from) throws IOException {
        for (int at = from; at + 1 < stream.length; at++) {
            if (stream[at] == (byte) 0xFF) {
                int next = stream[at + 1] & 0xFF;
                boolean restart = next >= 0xD0 && next <= 0xD7;
                if (next >= 0x80 && next != 0xFF && !restart) {
                    return at;
                }
            }
        }
        throw new IOException("JPEG scan ends early");
    }

    private static int marker(byte[] stream, int at) throws IOException {
        if (at + 1 >= stream.length || stream[at] != (byte) 0xFF) {
            throw new IOException("no JPEG marker where one must be");
        }
        return stream[at + 1] & 0xFF;
    }
}
