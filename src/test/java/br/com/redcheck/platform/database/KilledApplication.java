package br.com.redcheck.platform.database;

import br.com.redcheck.platform.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** An application with an embedded PostgreSQL, in a process of its own that a test may kill. */
final class KilledApplication {
    private KilledApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(new Home(Path.of(arguments[0])), 0);
        System.out.println("started " + postgres.cluster().folder());
        new CountDownLatch(1).await();
    }

    /** Starts it, and comes back when its PostgreSQL is up. */
    static Process start(Home home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        home.folder().toString())
                .redirectErrorStream(true)
                .start();
        String line;
        do {
            line = process.inputReader().readLine();
        } while (line != null && !line.startsWith("started"));
        return process;
    }
}
