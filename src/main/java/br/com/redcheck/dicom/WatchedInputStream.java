package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of one file, counted against the limits of the walk. Closing it leaves the stream below open. */
final class WatchedInputStream extends FilterInputStream {
    /** Below this many bytes no ratio is suspicious: blank images compress well. */
    private static final long HARMLESS = 8L << 20;

    private final Walk walk;
    private final @Nullable ZipArchiveInputStream archive;
    private boolean sizeMatters;
    private long count;

    WatchedInputStream(InputStream in, Walk walk) {
        super(in);
        this.walk = walk;
        this.archive = null;
    }

    /** The entry that the archive stands at. */
    WatchedInputStream(ZipArchiveInputStream archive, Walk walk) {
        super(archive);
        this.walk = walk;
        this.archive = archive;
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
            if (archive == null) {
                throw e;
            }
            throw ZipWalk.damaged(e);
        }
    }

    private void check() {
        if (sizeMatters && count > walk.limits().fileBytes()) {
            throw new RefusedFile(Reason.TOO_LARGE, walk.limits().fileBytes() >> 20);
        }
        if (archive != null
                && count > HARMLESS
                && count / walk.limits().compressionRatio() > archive.getCompressedCount()) {
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
