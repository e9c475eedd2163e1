package br.com.redcheck.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path folder;

    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void aServerWhoseProgramsAreGoneIsLostAfterSomeTries() throws IOException {
        Cluster cluster = new Cluster(folder.resolve("18"), new Binaries(folder.resolve("removed")));
        try (Watch watch = new Watch(cluster, freePort())) {
            for (int round = 1; round < Watch.MOST_TRIES; round++) {
                watch.look(lost::incrementAndGet);
            }
            assertThat(lost).as("it may yet come back").hasValue(0);

            watch.look(lost::incrementAndGet);
            assertThat(lost).hasValue(1);
        }
    }

    @Test
    void aServerThatTakesConnectionsIsLeftAlone() throws IOException {
        Cluster cluster = new Cluster(folder.resolve("18"), new Binaries(folder.resolve("removed")));
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Watch watch = new Watch(cluster, server.getLocalPort())) {
            for (int round = 0; round < 2 * Watch.MOST_TRIES; round++) {
                watch.look(lost::incrementAndGet);
                server.accept().close();
            }
            assertThat(lost).hasValue(0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return trial.getLocalPort();
        }
    }
}
