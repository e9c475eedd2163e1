package br.com.redcheck.dicom.decoder;

import br.com.redcheck.platform.child.ChildFailed;
import br.com.redcheck.platform.child.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes pictures in a child process with limits on its time and memory: what a hostile stream breaks is the child.
 *
 * <p>The program may read its standard input and write its standard output. It is told which decoder to use, for how large a
 * picture, and sees none of our environment.
 */
public enum IsolatedDecoder {
    /** JPEG-LS (ITU-T T.87), without interleaving by sample. */
    JPEG_LS("jpegls", "MJLS"),
    /** JPEG 2000 part 1 and part 15 (ITU-T T.800, T.814). */
    JPEG_2000("jpeg2000", "MJ2C");

    private static final int IVF_HEADER = 32;
    private static final int IVF_FRAME_HEADER = 12;

    /** What the program and its libraries take before they see a picture, and more. */
    private static final long MEMORY = 512L << 20;

    /** Wavelet coefficients, the picture and copies of it on its way out: measured below 40, for every sample. */
    private static final long MEMORY_PER_SAMPLE = 64;

    private static final Duration TIME = Duration.ofSeconds(4);
    private static final long SAMPLES_PER_MILLISECOND = 1000;

    private final String decoder;
    private final String fourCharacters;

    IsolatedDecoder(String decoder, String fourCharacters) {
        this.decoder = decoder;
        this.fourCharacters = fourCharacters;
    }

    /** Whether there is a program for this machine. */
    public static boolean isAvailable() {
        return Program.installed().isPresent();
    }

    /**
     * Decodes pictures of one size, one after the other.
     *
     * @param streams each a whole compressed picture, whose header the caller has compared with {@code size}
     * @return the samples as the program gives them: interleaved by pixel, little endian, one byte each up to a precision of 8
     *     bits and else two, and shifted to the top of those
     * @throws ChildFailed if a stream is broken or the child reaches a limit
     * @throws IllegalStateException if there is no program for this machine
     */
    public byte[] decode(List<byte[]> streams, PictureSize size) throws ChildFailed {
        Program program = Program.installed().orElseThrow(IllegalStateException::new);
        long samples = size.samples() * streams.size();
        int length = Math.toIntExact(samples * size.bytesPerSample());
        byte[] answer = program.child(command(streams.size(), size), limits(samples, size.samples()))
                .answer(ivf(streams), length);
        if (answer.length != length) {
            throw new ChildFailed("answer of " + answer.length + " bytes, not " + length);
        }
        return answer;
    }

    /**
     * What a child may take.
     *
     * @param samples of all pictures
     * @param largest samples of the largest one
     */
    static Limits limits(long samples, long largest) {
        return new Limits(TIME.plusMillis(samples / SAMPLES_PER_MILLISECOND), MEMORY + MEMORY_PER_SAMPLE * largest);
    }

    private List<String> command(int pictures, PictureSize size) {
        List<String> command = new ArrayList<>(List.of("-v", "quiet", "-nostdin"));
        command.addAll(List.of("-max_alloc", Long.toString(MEMORY_PER_SAMPLE * size.samples() + (16 << 20))));
        command.addAll(List.of("-protocol_whitelist", "pipe", "-threads", "1", "-filter_threads", "1", "-xerror"));
        command.addAll(List.of("-err_detect", "explode", "-max_pixels", Long.toString(size.paddedPixels())));
        // It would decode a JPEG-LS picture to find out what it is like, and then once more to give it.
        command.addAll(List.of("-nofind_stream_info", "-f", "ivf", "-c:v", decoder, "-i", "pipe:0"));
        command.addAll(List.of("-map", "0:0", "-noautoscale"));
        command.addAll(List.of("-fps_mode", "passthrough", "-frames:v", Integer.toString(pictures)));
        command.addAll(List.of("-f", "rawvideo", "pipe:1"));
        return command;
    }

    /** IVF says where each picture begins and ends, so that the program need not guess: a header and a list of lengths. */
    private byte[] ivf(List<byte[]> streams) {
        int length = IVF_HEADER;
        for (byte[] stream : streams) {
            length = Math.addExact(length, Math.addExact(IVF_FRAME_HEADER, stream.length));
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("DKIF".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).putShort((short) IVF_HEADER);
        out.put(fourCharacters.getBytes(StandardCharsets.US_ASCII)).putInt(0); // the streams tell their size
        out.putInt(25).putInt(1).putInt(streams.size()).putInt(0);
        for (int i = 0; i < streams.size(); i++) {
            out.putInt(streams.get(i).length).putLong(i).put(streams.get(i));
        }
        return out.array();
    }
}
