package br.com.redcheck.vault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Plain bytes as they come out of the cipher. Its complaint about a broken seal is a refusal; trouble with the disk stays one. */
final class UnsealedStream extends FilterInputStream {
    UnsealedStream(InputStream plain) {
        super(plain);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new SealBroken(e);
            }
            throw e;
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(wanted, 8192)];
        return Math.max(0, read(passed, 0, passed.length)); // through read, so that a broken seal is noticed
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
