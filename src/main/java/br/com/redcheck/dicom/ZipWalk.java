package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of one zip as it streams by. */
final class ZipWalk {
    /** Upwards, or with control characters. Where a name begins does not matter: none becomes a path. */
    private static final Pattern UNSAFE = Pattern.compile("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?|.*\\p{Cntrl}.*");

    /** In front of an archive that was split and is whole again (APPNOTE 8.5.3); the library takes it for one that is not. */
    private static final byte[] SPLIT = {'P', 'K', 7, 8};

    /** More than the library reads ahead, which is 512 bytes, and a header's first word. */
    private static final int AHEAD = 1024;

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
        PushbackInputStream bytes = new PushbackInputStream(in, AHEAD);
        byte[] start = bytes.readNBytes(SPLIT.length);
        if (!Arrays.equals(start, SPLIT)) {
            bytes.unread(start);
        }
        boolean more = true;
        while (more) {
            more = someEntries(bytes);
        }
    }

    /**
     * Goes on until the archive ends, or past an entry whose end the library cannot find.
     *
     * @return whether there are others behind such an entry
     */
    private boolean someEntries(PushbackInputStream bytes) throws IOException {
        MeteredInputStream metered = new MeteredInputStream(bytes);
        try (OpenZip zip = new OpenZip(metered)) {
            for (ZipArchiveEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (!entry.isDirectory()) {
                    metered.allow(isBuffered(entry) ? walk.limits().fileBytes() : Long.MAX_VALUE);
                    entry(zip, entry);
                    metered.allow(Long.MAX_VALUE);
                }
                if (!opens(zip, entry) && !hasEnd(entry)) {
                    bytes.unread(zip.readAhead());
                    return DataDescriptor.skip(bytes);
                }
            }
            return false;
        }
    }

    private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip) {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw RefusedFile.damaged(e);
        } catch (NoClassDefFoundError e) { // a method such as Zstandard, whose library nobody needs for exams
            throw new RefusedFile(Reason.UNSUPPORTED_COMPRESSION);
        }
    }

    /** Stored bytes of unknown length: the library takes all of them into memory to find their end. */
    private static boolean isBuffered(ZipArchiveEntry entry) {
        return hasUnknownLength(entry) && entry.getMethod() == ZipArchiveEntry.STORED;
    }

    /** Other methods than the two plain ones show where they end only if the entry says so in front. */
    private static boolean opens(ZipArchiveInputStream zip, ZipArchiveEntry entry) {
        boolean plain = entry.getMethod() == ZipArchiveEntry.STORED || entry.getMethod() == ZipArchiveEntry.DEFLATED;
        return zip.canReadEntryData(entry) && (plain || hasEnd(entry));
    }

    private static boolean hasEnd(ZipArchiveEntry entry) {
        return entry.getCompressedSize() != ArchiveEntry.SIZE_UNKNOWN;
    }

    private static boolean hasUnknownLength(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesDataDescriptor();
    }

    private void entry(ZipArchiveInputStream zip, ZipArchiveEntry entry) throws IOException {
        String shown = path + "!" + Walk.printable(entry.getName());
        boolean wanted = walk.found(shown, entry.getName());
        if (wanted && UNSAFE.matcher(entry.getName()).matches()) {
            walk.visitor().refused(shown, new RefusedFile(Reason.UNSAFE_NAME));
        } else if (wanted && !opens(zip, entry)) {
            boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
            walk.visitor()
                    .refused(shown, new RefusedFile(encrypted ? Reason.ENCRYPTED : Reason.UNSUPPORTED_COMPRESSION));
        } else if (opens(zip, entry)) {
            WatchedInputStream content = WatchedInputStream.ofEntry(zip, walk, zip::getCompressedCount);
            if (wanted) {
                walk.content(shown, content, nesting + 1, false);
            }
            if (hasUnknownLength(entry)) {
                // Its end is found by inflating all of it, which has to count: a bomb here ends the archive.
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** The library's reader of zips, which can also give back what it has read ahead. */
    private static final class OpenZip extends ZipArchiveInputStream {
        private final InputStream below;

        OpenZip(InputStream below) {
            super(below, StandardCharsets.UTF_8.name(), true, true);
            this.below = below;
        }

        /** Bytes behind the header of the entry that it stands at. */
        byte[] readAhead() throws IOException {
            return in.readNBytes(in.available() - below.available());
        }
    }
}
