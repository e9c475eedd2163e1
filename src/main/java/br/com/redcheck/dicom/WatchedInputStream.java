package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The bytes of one file, counted against the limits of the walk. Closing it leaves the stream below open. */
final class WatchedInputStream extends FilterInputStream {
    /** Below this many bytes no ratio is suspicious: blank images compress well. */
    private static final long HARMLESS = 8L << 20;

    private final Walk walk;
    private final @Nullable LongSupplier compressed;
    private boolean sizeMatters;
    private long count;

    WatchedInputStream(InputStream in, Walk walk) {
        this(in, walk, null);
    }

    private WatchedInputStream(InputStream in, Walk walk, @Nullable LongSupplier compressed) {
        super(in);
        this.walk = walk;
        this.compressed = compressed;
    }

    /**
     * The entry that an archive stands at: a stream that cannot be read is the archive's fault.
     *
     * @param compressed how many of the archive's bytes the entry has taken so far
     */
    static WatchedInputStream ofEntry(InputStream archive, Walk walk, LongSupplier compressed) {
        return new WatchedInputStream(archive, walk, compressed);
    }

    /** Says, after the first glance, what it is: an archive's own size does not matter, but what comes out of it. */
    void isArchive(boolean yes) {
        sizeMatters = !yes;
        if (sizeMatters) {
            walk.read(count);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = next(buffer, offset, length);
        count += Math.max(read, 0);
        if (sizeMatters) {
            walk.read(Math.max(read, 0));
        }
        check();
        return read;
    }

    private int next(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            if (compressed == null) {
                throw e;
            }
            throw RefusedFile.damaged(e);
        }
    }

    private void check() {
        if (sizeMatters && count > walk.limits().fileBytes()) {
            throw new RefusedFile(Reason.TOO_LARGE, walk.limits().fileBytes() >> 20);
        }
        if (compressed != null
                && count > HARMLESS
                && count / walk.limits().compressionRatio() > compressed.getAsLong()) {
            throw new RefusedFile(Reason.ZIP_BOMB);
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 1 << 13)])); // skipped bytes count, too
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // the archive goes on
    }
}
