package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An archive's own bytes, counted, with a bound on how many are taken at a time. Closing it leaves the stream below open. */
final class MeteredInputStream extends FilterInputStream {
    private long allowed = Long.MAX_VALUE;
    private long count;

    MeteredInputStream(InputStream in) {
        super(in);
    }

    /** Bounds what is taken from now on. */
    void allow(long bytes) {
        allowed = bytes;
    }

    /** How many bytes were taken. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        taken(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        taken(Math.max(read, 0));
        return read;
    }

    /** @throws RefusedFile beyond the bound: no sound archive asks for so much */
    private void taken(int bytes) {
        count += bytes;
        allowed -= bytes;
        if (allowed < 0) {
            throw new RefusedFile(Reason.DAMAGED_ARCHIVE);
        }
    }

    @Override
    public void close() {
        // the stream below is the caller's
    }
}
