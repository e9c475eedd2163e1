package br.com.redcheck.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Folders and files that only the application's own user may read, and that are whole on the disk once they have their name.
 *
 * <p>Windows has no such modes: there the folder's inherited rights decide, and a user's own folder is private already.
 */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes a folder of mode 700, and its missing parents likewise; one that exists is left as it is. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, mode("rwx------"));
    }

    /**
     * Makes a new file of mode 600, to be written.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one of that name
     */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode("rw-------"));
    }

    /** Writes a small file as a whole: after a failure or a crash it is there with all its bytes, or as it was before. */
    public static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(draft, content);
            publish(draft, file);
        } finally {
            Files.deleteIfExists(draft); // on a full disk above all, where it would only take more room
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
        try (FileChannel channel = create(file)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Gives a finished file or folder its final name in one step that survives a power cut. */
    public static void publish(Path draft, Path wanted) throws IOException {
        Files.move(draft, wanted, StandardCopyOption.ATOMIC_MOVE);
        sync(wanted.resolveSibling("."));
    }

    /** Makes the names in a folder durable, where the system lets a folder be opened (Windows does not, nor does it need to). */
    public static void sync(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
