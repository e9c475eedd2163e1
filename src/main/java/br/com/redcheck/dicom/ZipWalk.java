package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of one zip as it streams by. */
final class ZipWalk {
    /** Absolute, with a drive, upwards, or with control characters. */
    private static final Pattern UNSAFE =
            Pattern.compile("(?s)[/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?|.*\\p{Cntrl}.*");

    private final Walk walk;
    private final String path;
    private final int nesting;

    ZipWalk(Walk walk, String path, int nesting) {
        this.walk = walk;
        this.path = path;
        this.nesting = nesting;
    }

    /** @throws RefusedFile if the archive is damaged, or the walk must end */
    void entries(InputStream in) throws IOException {
        MeteredInputStream metered = new MeteredInputStream(in);
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(metered, StandardCharsets.UTF_8.name(), true, true)) {
            for (ZipArchiveEntry entry = next(zip); entry != null; entry = next(zip)) {
                mustHaveEnd(entry);
                if (!entry.isDirectory()) {
                    metered.allow(isBuffered(entry) ? walk.limits().fileBytes() : Long.MAX_VALUE);
                    entry(zip, entry);
                    metered.allow(Long.MAX_VALUE);
                }
            }
        }
    }

    private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip) {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw damaged(e);
        } catch (NoClassDefFoundError e) { // a method such as Zstandard, whose library nobody needs for exams
            throw new RefusedFile(Reason.UNSUPPORTED_COMPRESSION);
        }
    }

    static RefusedFile damaged(IOException cause) {
        RefusedFile refusal = new RefusedFile(Reason.DAMAGED_ARCHIVE);
        refusal.initCause(cause);
        return refusal;
    }

    /** Stored bytes of unknown length: the library takes all of them into memory to find their end. */
    private static boolean isBuffered(ZipArchiveEntry entry) {
        return hasUnknownLength(entry) && entry.getMethod() == ZipArchiveEntry.STORED;
    }

    /** Other methods than the two plain ones say nowhere where they end if the entry does not: the rest cannot be found. */
    private static void mustHaveEnd(ZipArchiveEntry entry) {
        boolean plain = entry.getMethod() == ZipArchiveEntry.STORED || entry.getMethod() == ZipArchiveEntry.DEFLATED;
        if (!plain && entry.getCompressedSize() == ArchiveEntry.SIZE_UNKNOWN) {
            throw new RefusedFile(Reason.UNSUPPORTED_COMPRESSION);
        }
    }

    private static boolean hasUnknownLength(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesDataDescriptor();
    }

    private void entry(ZipArchiveInputStream zip, ZipArchiveEntry entry) throws IOException {
        String shown = path + "!" + Walk.printable(entry.getName());
        boolean wanted = walk.found(shown, entry.getName());
        if (wanted && UNSAFE.matcher(entry.getName()).matches()) {
            walk.visitor().refused(shown, new RefusedFile(Reason.UNSAFE_NAME));
        } else if (wanted && !zip.canReadEntryData(entry)) {
            boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
            walk.visitor()
                    .refused(shown, new RefusedFile(encrypted ? Reason.ENCRYPTED : Reason.UNSUPPORTED_COMPRESSION));
        } else {
            WatchedInputStream content = new WatchedInputStream(zip, walk);
            if (wanted) {
                walk.content(shown, content, nesting + 1);
            }
            if (hasUnknownLength(entry)) {
                // Its end is found by inflating all of it, which has to count: a bomb here ends the archive.
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** The archive's own bytes, with a bound on how many are taken at a time. Closing it leaves the stream below open. */
    private static final class MeteredInputStream extends FilterInputStream {
        private long allowed = Long.MAX_VALUE;

        MeteredInputStream(InputStream in) {
            super(in);
        }

        void allow(long bytes) {
            allowed = bytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            allowed -= Math.max(read, 0);
            if (allowed < 0) {
                throw new RefusedFile(Reason.DAMAGED_ARCHIVE);
            }
            return read;
        }

        @Override
        public void close() {
            // the stream below is the caller's
        }
    }
}
