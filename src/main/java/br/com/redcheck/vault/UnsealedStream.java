package br.com.redcheck.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/**
 * Plain bytes as they come out of the cipher; what is skipped is not unsealed. The cipher's complaint about a broken seal becomes
 * {@link SealBroken}; trouble with the disk stays an {@link IOException}.
 */
final class UnsealedStream extends InputStream {
    private final BlobRef blob;
    private final SeekableByteChannel plain;

    UnsealedStream(BlobRef blob, SeekableByteChannel plain) {
        this.blob = blob;
        this.plain = plain;
    }

    /** Unseals the first segment, so that most damage is known before an answer begins. Closes the stream if it fails. */
    void checkBeginning() throws IOException {
        try {
            read();
            plain.position(0);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return plain.read(ByteBuffer.wrap(bytes, offset, length));
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new SealBroken(blob, e);
            }
            throw e;
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = Math.max(0, Math.min(wanted, plain.size() - plain.position()));
        plain.position(plain.position() + skipped);
        return skipped;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
