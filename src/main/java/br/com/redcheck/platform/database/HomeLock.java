package br.com.redcheck.platform.database;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.HomeUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a home folder for one instance alone. The system lets go of it when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the home, or says that another has it.
     *
     * @throws HomeTaken if another instance, or another context of this one, holds it
     */
    static HomeLock take(Home home) {
        Path folder = home.subfolder("postgresql");
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new HomeLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new HomeUnusable(folder, e);
        }
        throw new HomeTaken(home.folder());
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException takenInThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
