package br.com.redcheck.dicom;

import java.nio.BufferUnderflowException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of one frame for an ImageIO reader, with an end that cannot be overlooked.
 *
 * <p>Past the end the decoders would paint what is missing as if it had been measured, and JJ2000 would wait for it for ever,
 * or print a stack trace and kill the thread. An unchecked exception passes through all of that.
 */
final class StrictInput extends ImageInputStreamImpl {
    private final byte[] bytes;

    StrictInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        mustHaveMore();
        bitOffset = 0;
        return bytes[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        mustHaveMore();
        bitOffset = 0;
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private void mustHaveMore() {
        if (streamPos >= bytes.length) {
            throw new BufferUnderflowException();
        }
    }
}
