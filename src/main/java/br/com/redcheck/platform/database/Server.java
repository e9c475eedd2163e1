package br.com.redcheck.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts and stops the server on a cluster. It is a daemon in a session of its own: Ctrl-C reaches the application alone. */
final class Server {
    private static final long LOG_BYTES = 10L << 20;
    private static final int ATTEMPTS = 3;

    private Server() {}

    /**
     * Starts the server and waits until it takes connections, through a recovery if need be.
     *
     * @param port 0 for any free one
     * @return the port it listens on
     * @throws PortTaken if the wanted port is in use
     */
    static int start(Cluster cluster, int port) throws IOException {
        if (port != 0) {
            if (taken(port)) {
                throw new PortTaken(port);
            }
            launch(cluster, port);
            return port;
        }
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            try {
                launch(cluster, free);
                return free;
            } catch (DatabaseFailed e) {
                if (attempt == ATTEMPTS || !taken(free)) {
                    throw e; // Otherwise somebody was quicker with this port: another one.
                }
            }
        }
    }

    static void stop(Cluster cluster) throws IOException {
        control(cluster, List.of("stop", "--pgdata=" + cluster.data(), "--mode=fast", "--wait", "--timeout=60"));
    }

    private static void launch(Cluster cluster, int port) throws IOException {
        shorten(cluster.log());
        // Given on the command line, these win over what postgresql.conf says. A terse log leaves out the details of an
        // error, in which the values of a row would stand.
        String settings = "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories="
                + " -c logging_collector=off -c log_error_verbosity=terse";
        control(
                cluster,
                List.of(
                        "start",
                        "--pgdata=" + cluster.data(),
                        "--log=" + cluster.log(),
                        "--options=" + settings,
                        "--wait",
                        "--timeout=300"));
    }

    private static void control(Cluster cluster, List<String> arguments) throws IOException {
        Path said = cluster.folder().resolve("pg_ctl.log");
        try {
            Program.run(cluster.binaries().program("pg_ctl"), arguments, said);
        } catch (DatabaseFailed e) {
            throw new DatabaseFailed("pg_ctl " + arguments.get(0), cluster.log(), e); // that log tells more
        }
    }

    private static void shorten(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.delete(log);
        }
    }

    private static boolean taken(int port) {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return trial.getLocalPort();
        }
    }
}
