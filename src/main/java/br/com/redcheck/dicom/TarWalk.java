package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of one tar as it streams by. */
final class TarWalk {
    /** The headers of one entry, long names among them, which the library takes into memory. */
    private static final long HEADERS = 1 << 20;

    private final Walk walk;
    private final String path;
    private final int nesting;

    TarWalk(Walk walk, String path, int nesting) {
        this.walk = walk;
        this.path = path;
        this.nesting = nesting;
    }

    /** @throws RefusedFile if the archive is damaged, or the walk must end */
    void entries(InputStream in) throws IOException {
        MeteredInputStream metered = new MeteredInputStream(in);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(metered, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = next(tar, metered); entry != null; entry = next(tar, metered)) {
                if (!entry.isDirectory()) {
                    entry(tar, entry);
                }
                pass(tar);
            }
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, MeteredInputStream metered) {
        try {
            metered.allow(HEADERS);
            return tar.getNextEntry();
        } catch (IOException | IllegalArgumentException e) {
            throw RefusedFile.damaged(e);
        } finally {
            metered.allow(Long.MAX_VALUE);
        }
    }

    /** Reads over what is left of an entry, so that it does not count as headers. */
    private static void pass(TarArchiveInputStream tar) {
        try {
            tar.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw RefusedFile.damaged(e);
        }
    }

    private void entry(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        String shown = path + "!" + Walk.printable(entry.getName());
        if (!walk.found(shown, entry.getName())) {
            return;
        }
        if (!isPlain(entry)) {
            walk.visitor().setAside(shown, SetAside.NOT_A_PLAIN_FILE);
        } else if (entry.isSparse()) {
            walk.visitor().refused(shown, new RefusedFile(Reason.UNSUPPORTED_COMPRESSION));
        } else {
            walk.content(shown, WatchedInputStream.ofEntry(tar, walk, () -> Long.MAX_VALUE), nesting + 1, false);
        }
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        return !entry.isSymbolicLink()
                && !entry.isLink()
                && !entry.isFIFO()
                && !entry.isBlockDevice()
                && !entry.isCharacterDevice();
    }
}
