package br.com.redcheck.dicom;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Deflated Image Frame Compression (PS3.5 A.4.13): uncompressed samples of one frame as a raw deflate stream. */
final class DeflatedCodec implements FrameCodec {
    @Override
    public int[] decode(byte[] stream, PixelLayout layout) throws IOException {
        return NativeSamples.ofFrame(inflated(stream, layout), layout).frame(0);
    }

    @Override
    public int precision(byte[] stream, PixelLayout layout) {
        return 0;
    }

    @Override
    public byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
            out.write(inflated(stream, layout));
        } finally {
            deflater.end();
        }
        return deflated.toByteArray();
    }

    private static byte[] inflated(byte[] stream, PixelLayout layout) throws IOException {
        byte[] frame = new byte[NativeSamples.bytesPerFrame(layout)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            int filled = 0;
            while (filled < frame.length) {
                int count = inflater.inflate(frame, filled, frame.length - filled);
                if (count == 0) {
                    throw new EOFException("deflated frame");
                }
                filled += count;
            }
            return frame;
        } catch (DataFormatException e) {
            throw new IOException("deflated frame", e);
        } finally {
            inflater.end();
        }
    }
}
