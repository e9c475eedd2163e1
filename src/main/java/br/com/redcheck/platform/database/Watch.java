package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Notices when the server ends by itself, killed or stopped by somebody else, and starts it again on the same port, where the
 * application's connections come back by themselves.
 */
final class Watch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final int SECONDS_TO_ANSWER = 5;

    /** The processes of a server that was killed go one after the other, and until then no other may have its memory. */
    static final int MOST_TRIES = 30;

    /** Longer than the server takes to say that it cannot start. */
    private static final int SECONDS_TO_END = 60;

    private final Cluster cluster;
    private final int port;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(threads());
    private int tries;

    Watch(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /** @param lost done once, if the server cannot be started again */
    void begin(Runnable lost) {
        rounds.scheduleWithFixedDelay(() -> look(lost), 1, 1, TimeUnit.SECONDS);
    }

    /** Once round. Whatever it throws, there would be no further one. */
    void look(Runnable lost) {
        if (listens()) {
            return;
        }
        if (tries == 0) {
            log.error("The embedded PostgreSQL is gone without having been told to stop; starting it again");
        }
        tries++;
        try {
            Orphan.stop(cluster, cluster.folder().resolveSibling("."));
            Server.start(cluster, port);
            tries = 0;
            log.warn("The embedded PostgreSQL runs again");
        } catch (IOException | CannotStart e) {
            if (tries == MOST_TRIES) {
                log.error("The embedded PostgreSQL cannot be started again; what it said is in {}", cluster.log(), e);
                rounds.shutdown();
                lost.run();
            }
        }
    }

    /** Whether anybody takes connections; one who is too busy to do so lives. */
    private boolean listens() {
        try (Socket trial = new Socket()) {
            trial.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), (int)
                    TimeUnit.SECONDS.toMillis(SECONDS_TO_ANSWER));
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException busy) {
            return true;
        }
    }

    /** From now on the server may end. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                log.warn("The embedded PostgreSQL is still being started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CustomizableThreadFactory threads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("postgresql-watch-");
        threads.setDaemon(true);
        return threads;
    }
}
