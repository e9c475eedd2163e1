package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import br.com.redcheck.dicom.decoder.IsolatedDecoder;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * JPEG 2000 part 1 (ITU-T T.800), transfer syntaxes .90 and .91: up to 12 bits through {@link IsolatedCodec}, where a hostile stream
 * can do no harm, deeper samples, which that decoder rounds, through the JJ2000 decoder of jai-imageio.
 *
 * <p>Of tiles whose parts are interleaved JJ2000 reads the first parts only and says nothing, so it never gets any.
 * Where two bytes of ones stand in a packet header, or headers that stand apart from their packets end early, it reads ones for ever,
 * so what could make it do so is refused.
 */
final class Jpeg2000Codec implements FrameCodec {
    private static final int DEEPEST = 16;

    @Override
    public int precision(byte[] wrapped, PixelLayout layout) throws IOException {
        return StreamHeader.ofJpeg2000(withoutComments(wrapped, layout)).precision();
    }

    @Override
    public int[] decode(byte[] wrapped, PixelLayout layout) throws IOException {
        byte[] stream = withoutComments(wrapped, layout); // which finds out whether all of it is there
        StreamHeader header = checked(stream, layout);
        boolean shallow = header.precision() <= IsolatedCodec.DEEPEST_OF_PART_1 && IsolatedDecoder.isAvailable();
        if (header.tileParts() > 1 || shallow) {
            return IsolatedCodec.JPEG_2000.decodeWhole(stream, layout);
        }
        if (IsolatedDecoder.isAvailable()) {
            // JJ2000 dwells on some broken streams; the child, which does not, must have taken it first.
            IsolatedCodec.JPEG_2000.bytes(stream, header);
        }
        return decodeHere(stream, header, layout);
    }

    /** What the stream says of itself, if that is something to decode. */
    static StreamHeader checked(byte[] stream, PixelLayout layout) throws IOException {
        StreamHeader header = StreamHeader.ofJpeg2000(stream);
        header.mustAgreeWith(layout);
        if (header.precision() > DEEPEST) {
            throw new UnreadablePixels(Reason.UNSUPPORTED_LAYOUT, "JPEG 2000 > 16 bit");
        }
        return header;
    }

    /** Decodes in our own process. */
    static int[] decodeHere(byte[] stream, StreamHeader header, PixelLayout layout) throws IOException {
        Jpeg2000Comments.mustEnd(stream);
        int[] samples = read(stream).getPixels(0, 0, layout.columns(), layout.rows(), (int[]) null);
        if (layout.signed() || header.signed()) {
            // Some writers code signed samples as unsigned ones: the bits are right, their meaning is the data set's.
            Arrays.setAll(samples, i -> PixelLayout.signExtended(samples[i], header.precision()));
        }
        return samples;
    }

    @Override
    public byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException {
        return Jpeg2000Comments.removed(stream);
    }

    private static Raster read(byte[] stream) throws IOException {
        J2KImageReader reader = new J2KImageReader(null);
        try (ImageInputStream in = new StrictInput(stream)) {
            reader.setInput(in, true, true);
            return reader.readRaster(0, null);
        } catch (VirtualMachineError ours) {
            throw ours; // no memory left is not the stream's fault: its size was checked
        } catch (RuntimeException | Error e) {
            // JJ2000, which others wrote, says "broken stream" with bare ones of both, "new Error()" too: no narrower
            // types would do.
            throw new IOException("JPEG 2000 stream", e);
        } finally {
            reader.dispose();
        }
    }
}
