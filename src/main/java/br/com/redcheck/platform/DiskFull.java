package br.com.redcheck.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** There is no room to write on, on the whole disk or for this user. */
public class DiskFull extends IOException {
    private static final long serialVersionUID = 1L;

    /** A disk on which less is free is full: the system keeps some for itself. */
    private static final long NOTHING = 1L << 16;

    private DiskFull(IOException cause) {
        super(cause);
    }

    /** What kept a file from being written into a folder: this, if there is no room left, or else the same as it was. */
    public static IOException orOther(IOException failure, Path folder) {
        return failure instanceof DiskFull || !isFull(failure, folder) ? failure : new DiskFull(failure);
    }

    private static boolean isFull(IOException failure, Path folder) {
        // Java has no type of its own for it, and the system says it in its own language.
        String said = String.valueOf(failure.getMessage());
        if (said.contains("No space left") || said.contains("uota exceeded")) {
            return true;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < NOTHING;
        } catch (IOException unknown) {
            return false;
        }
    }
}
