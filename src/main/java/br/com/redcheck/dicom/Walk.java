package br.com.redcheck.dicom;

import br.com.redcheck.dicom.DicomFiles.Visitor;
import br.com.redcheck.dicom.RefusedFile.Reason;
import br.com.redcheck.platform.CannotStart;
import br.com.redcheck.platform.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** One walk, with what it has seen so far. */
final class Walk {
    private final WalkLimits limits;
    private final Visitor visitor;
    private int files;
    private long bytes;

    Walk(WalkLimits limits, Visitor visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    WalkLimits limits() {
        return limits;
    }

    Visitor visitor() {
        return visitor;
    }

    void path(Path root) throws IOException {
        try {
            Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
            for (Path file : tree(start)) {
                plainFile(start, file);
            }
        } catch (RefusedFile refusal) {
            visitor.refused(printable(root.toString()), refusal);
        }
    }

    /** @param alone whether nothing else comes along, so that it must be an exam */
    void upload(String name, InputStream content, boolean alone) throws IOException {
        try {
            found(printable(name), "");
            content(printable(name), new WatchedInputStream(content, this), 0, alone);
        } catch (RefusedFile refusal) {
            visitor.refused(printable(name), refusal);
        }
    }

    /** All files below, sorted; links are not followed. */
    private List<Path> tree(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return found.size() > limits.files() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                visitor.refused(printable(file.toString()), new RefusedFile(Reason.NOT_READABLE));
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private void plainFile(Path root, Path file) throws IOException {
        String path = printable(file.toString());
        if (!found(
                path,
                file.equals(root)
                        ? String.valueOf(file.getFileName())
                        : root.relativize(file).toString())) {
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            visitor.setAside(path, SetAside.NOT_A_PLAIN_FILE);
            return;
        }
        InputStream in;
        try {
            in = Files.newInputStream(file);
        } catch (IOException e) {
            visitor.refused(path, new RefusedFile(Reason.NOT_READABLE));
            return;
        }
        try (in) {
            content(path, new WatchedInputStream(in, this), 0, file.equals(root));
        }
    }

    /** Counts a file and tells whether it is one to look at. */
    boolean found(String path, String name) {
        files++;
        if (files > limits.files()) {
            throw new RefusedFile(Reason.TOO_MANY_FILES, limits.files());
        }
        Optional<SetAside> aside = SetAside.byName(name);
        aside.ifPresent(reason -> visitor.setAside(path, reason));
        return aside.isEmpty();
    }

    /** Counts bytes that have come to light. */
    void read(long count) {
        bytes += count;
        if (bytes > limits.totalBytes()) {
            throw new RefusedFile(Reason.TOO_MUCH_IN_ALL, limits.totalBytes() >> 20);
        }
    }

    /**
     * Looks into an archive, or hands a file over.
     *
     * @param alone whether it was meant by itself; what lies beside exams in a folder or an archive may be anything
     */
    void content(String path, WatchedInputStream watched, int nesting, boolean alone) throws IOException {
        BufferedInputStream in = new BufferedInputStream(watched);
        try {
            FileKind kind = kind(in);
            watched.isArchive(kind.opened());
            if (!kind.opened()) {
                file(kind, path, in, alone);
            } else if (nesting > limits.nesting()) {
                throw new RefusedFile(Reason.NESTED_ARCHIVE);
            } else {
                archive(kind, path, in, nesting, alone);
            }
        } catch (RefusedFile refusal) {
            if (refusal.endsWalk()) {
                throw refusal;
            }
            visitor.refused(path, refusal);
        } catch (CannotStart ours) {
            throw ours; // says nothing of this file
        } catch (Refusal refusal) {
            visitor.refused(path, refusal);
        }
    }

    private static FileKind kind(BufferedInputStream in) throws IOException {
        in.mark(FileKind.ENOUGH);
        byte[] start = in.readNBytes(FileKind.ENOUGH);
        in.reset();
        return FileKind.of(start);
    }

    private void archive(FileKind kind, String path, BufferedInputStream in, int nesting, boolean alone)
            throws IOException {
        int before = files;
        switch (kind) {
            case ZIP -> new ZipWalk(this, path, nesting).entries(in);
            case TAR -> new TarWalk(this, path, nesting).entries(in);
            default -> unzipped(path, in, nesting, alone);
        }
        if (files == before && kind != FileKind.GZIP) {
            throw new RefusedFile(Reason.EMPTY_ARCHIVE);
        }
    }

    /** What a gzip holds is one file without a name of its own, most often a tar: it counts as that. */
    private void unzipped(String path, InputStream in, int nesting, boolean alone) throws IOException {
        MeteredInputStream metered = new MeteredInputStream(in);
        BufferedInputStream inside;
        int depth;
        try {
            inside = new BufferedInputStream(new GZIPInputStream(metered));
            depth = kind(inside) == FileKind.TAR ? nesting : nesting + 1;
        } catch (IOException e) {
            throw RefusedFile.damaged(e);
        }
        try (inside) {
            content(path, WatchedInputStream.ofEntry(inside, this, metered::count), depth, alone);
        }
    }

    private void file(FileKind kind, String path, InputStream in, boolean alone) throws IOException {
        if (kind.closed()) {
            throw new RefusedFile(Reason.OTHER_ARCHIVE, kind.title());
        }
        Optional<SetAside> aside = kind.aside(alone);
        if (aside.isPresent()) {
            visitor.setAside(path, aside.get());
        } else {
            kind.refuse();
            visitor.file(path, in);
        }
    }

    /** A path without control characters, which a terminal or a page might obey. */
    static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    }
}
