package br.com.redcheck.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deals with the server that goes on when its application was killed, and with the note it leaves when both were. */
final class Orphan {
    private static final Logger log = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {}

    /**
     * Stops a server left behind on this cluster. To be called under the home's lock: then no live application owns it.
     *
     * @param programs the folder under which every server of ours lies, whatever its version
     */
    static void stop(Cluster cluster, Path programs) throws IOException {
        Path note = cluster.data().resolve("postmaster.pid");
        Optional<ProcessHandle> process = pid(note).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        Optional<Path> executable = process.flatMap(it -> it.info().command()).map(Path::of);
        if (executable.isEmpty()) {
            return; // Nobody, or somebody else's process: PostgreSQL overwrites the note by itself.
        }
        if (executable.get().startsWith(programs.toRealPath()) && serves(process.get(), cluster.data())) {
            log.warn("A PostgreSQL was left behind by an application that was killed; stopping it");
            Server.stop(cluster);
        } else if (!isPostgres(executable.get())) {
            // The number was given to another program since. PostgreSQL would take that for a live server and refuse.
            Files.delete(note);
        }
    }

    private static Optional<Long> pid(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        return Files.readAllLines(note).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[1-9][0-9]{0,9}"))
                .map(Long::valueOf);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(data.toString()))
                .orElse(true); // Not every system tells; the folder of the programs has spoken then.
    }

    private static boolean isPostgres(Path executable) {
        return executable.getFileName().toString().startsWith("postgres");
    }
}
