package br.com.redcheck.platform.database;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.HomeUnusable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the home folder, durable as any, that answers on the loopback interface alone.
 *
 * <p>It lives as long as the application. One that outlived a killed application is stopped at the next start.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final HomeLock lock;
    private final Cluster cluster;
    private final Access access;
    private final Watch watch;

    private EmbeddedPostgres(HomeLock lock, Cluster cluster, Access access) {
        this.lock = lock;
        this.cluster = cluster;
        this.access = access;
        this.watch = new Watch(cluster, access.port());
    }

    /**
     * Unpacks, makes and starts whatever is not yet there.
     *
     * @param port where to listen; 0 for any free port
     * @throws br.com.redcheck.platform.CannotStart for every reason that the person at the keyboard can remove
     */
    static EmbeddedPostgres start(Home home, int port) {
        HomeLock lock = HomeLock.take(home);
        boolean started = false;
        try {
            Path folder = home.subfolder("postgresql");
            EmbeddedPostgres postgres = start(lock, folder, port);
            started = true;
            return postgres;
        } catch (IOException e) {
            throw new HomeUnusable(home.folder(), e);
        } finally {
            if (!started) {
                release(lock);
            }
        }
    }

    private static EmbeddedPostgres start(HomeLock lock, Path folder, int wantedPort) throws IOException {
        Binaries binaries = Binaries.unpacked(folder);
        Cluster cluster = Cluster.of(folder, binaries);
        Orphan.stop(cluster, folder);
        binaries.removeOthers();
        String password = cluster.password();
        int port = Server.start(cluster, wantedPort);
        log.info("Embedded PostgreSQL in {} listens on port {} of the loopback interface", cluster.folder(), port);
        try {
            return new EmbeddedPostgres(lock, cluster, Access.grant(port, password));
        } catch (SQLException e) {
            Server.stop(cluster);
            throw new DatabaseFailed("postgres", cluster.log(), e);
        }
    }

    /**
     * Starts the server again whenever it ends by itself, until this is closed.
     *
     * @param lost done once, if it cannot be started again
     */
    EmbeddedPostgres watched(Runnable lost) {
        watch.begin(lost);
        return this;
    }

    Access connectionDetails() {
        return access;
    }

    Cluster cluster() {
        return cluster;
    }

    /** Ends open connections, writes everything down, stops the server, and lets go of the home. */
    @Override
    public void close() {
        watch.close();
        try {
            Server.stop(cluster);
        } catch (IOException | DatabaseFailed e) {
            log.warn("The embedded PostgreSQL did not stop; the next start will stop it", e);
        } finally {
            release(lock);
        }
    }

    private static void release(HomeLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The lock of the home folder could not be closed; it ends with this process", e);
        }
    }
}
