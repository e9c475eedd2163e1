package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Finds the files that somebody means with a file, a folder or an archive, and hands them over one after the other.
 *
 * <p>Archives are read as they stream by: nothing is ever written to disk, and no more than one file is open at a time.
 */
public final class DicomFiles {
    /** Who takes the files. Paths are for showing to the sender: {@code a.zip!folder/b.dcm} is a file within an archive. */
    public interface Visitor {
        /**
         * Takes one file. Reading may throw a {@link RefusedFile} at any time; what is not read is skipped.
         *
         * @throws Refusal if the file will not do; it comes back through {@link #refused}, and the walk goes on
         */
        void file(String path, InputStream content) throws IOException;

        /** Hears of a file or archive that was refused, by the walk or by {@link #file}. */
        void refused(String path, Refusal refusal);

        /** Hears of a file that nobody needs to look at. */
        void setAside(String path, SetAside reason);
    }

    private final WalkLimits limits;

    public DicomFiles(WalkLimits limits) {
        this.limits = limits;
    }

    /**
     * Walks through a file, a folder with all its subfolders, or a zip, tar or gzip, in the order of their names.
     *
     * @throws IOException what the visitor throws; a file that cannot be read is refused instead
     */
    public void walk(Path root, Visitor visitor) throws IOException {
        new Walk(limits, visitor).path(root);
    }

    /**
     * Walks through one uploaded file, which may be a zip.
     *
     * @param name what the sender calls it
     * @param alone whether nothing was sent along with it; what lies beside exams may be anything, and is set aside
     * @throws IOException what the visitor throws, or the stream while it is not within an archive
     */
    public void walk(String name, InputStream content, boolean alone, Visitor visitor) throws IOException {
        new Walk(limits, visitor).upload(name, content, alone);
    }
}
