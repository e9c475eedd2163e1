package br.com.redcheck.vault;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Plain bytes as they come out of the cipher. Its complaint about a broken seal is a refusal; trouble with the disk stays one. */
final class UnsealedStream extends InputStream {
    private final InputStream plain;

    UnsealedStream(InputStream plain) {
        this.plain = plain;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return plain.read(bytes, offset, length);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new SealBroken(e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
