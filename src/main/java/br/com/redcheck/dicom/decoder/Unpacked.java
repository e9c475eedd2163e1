package br.com.redcheck.dicom.decoder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders that each hold a program for as long as one process of ours lives. They are removed at its end or, if it was killed, by the
 * next one: who lives holds a lock.
 */
final class Unpacked {
    private static final Logger log = LoggerFactory.getLogger(Unpacked.class);
    private static final String PREFIX = "covid-dicom-decoder";
    private static final String LOCK = "lock";

    /** A younger one may not have got to its lock. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    /** A lock that nothing points to would be given up. */
    private static final List<FileLock> held = new CopyOnWriteArrayList<>();

    private Unpacked() {}

    /**
     * A new folder in one that only our user may enter.
     *
     * @param temporary where to make it
     */
    static Path folder(Path temporary) throws IOException {
        Path outer = Files.createTempDirectory(temporary, PREFIX);
        FileChannel lock =
                FileChannel.open(outer.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        held.add(lock.lock());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(outer)));
        removeLeft(temporary, Files.getOwner(outer), Instant.now().minus(YOUNG));
        return Files.createDirectory(outer.resolve("program"));
    }

    private static void removeLeft(Path temporary, UserPrincipal ourselves, Instant old) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : found) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(ourselves)
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(old)
                        && isLeft(folder.resolve(LOCK))) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isLeft(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            log.debug("Left for the next start to remove: {}", folder, e);
        }
    }
}
