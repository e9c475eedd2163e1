package br.com.redcheck.dicom;

import br.com.redcheck.dicom.DicomFiles.Visitor;
import br.com.redcheck.dicom.RefusedFile.Reason;
import br.com.redcheck.platform.CannotStart;
import br.com.redcheck.platform.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk, with what it has seen so far. */
final class Walk {
    private static final int PREAMBLE = 128;

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

    void upload(String name, InputStream content) throws IOException {
        try {
            found(printable(name), "");
            content(printable(name), new WatchedInputStream(content, this), 0);
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
            content(path, new WatchedInputStream(in, this), 0);
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

    /** Looks into an archive, or hands a file over. */
    void content(String path, WatchedInputStream watched, int nesting) throws IOException {
        BufferedInputStream in = new BufferedInputStream(watched);
        try {
            boolean zip = isZip(in);
            watched.isArchive(zip);
            if (!zip) {
                visitor.file(path, in);
            } else if (nesting > limits.nesting()) {
                visitor.refused(path, new RefusedFile(Reason.NESTED_ARCHIVE));
            } else {
                new ZipWalk(this, path, nesting).entries(in);
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

    /** A preamble may look like a zip on purpose: the DICOM prefix behind it decides. */
    private static boolean isZip(BufferedInputStream in) throws IOException {
        in.mark(PREAMBLE + 4);
        byte[] start = in.readNBytes(PREAMBLE + 4);
        in.reset();
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("PK\3\4") && !text.startsWith("DICM", PREAMBLE);
    }

    /** A path without control characters, which a terminal or a page might obey. */
    static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    }
}
