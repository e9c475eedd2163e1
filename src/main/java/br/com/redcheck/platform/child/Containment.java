package br.com.redcheck.platform.child;

import br.com.redcheck.platform.ProcessUser;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well a machine lets a child be shut in, from best to worst. */
enum Containment {
    /** As root: namespaces, and a user of its own. */
    OTHER_USER(EnumSet.allOf(Measure.class)),
    /** Namespaces within a user namespace, which Linux grants to everybody unless told otherwise. */
    USER_NAMESPACE(withoutRootsExemption()),
    /** Limits, and no new privileges. */
    NO_NEW_PRIVILEGES(
            EnumSet.of(Measure.NO_PRIVILEGES, Measure.LITTLE_MEMORY, Measure.NO_DISK, Measure.LITTLE_PROCESSOR_TIME)),
    /** The limits of a shell; macOS takes the one on memory and does not keep it. */
    LIMITS(EnumSet.of(Measure.NO_DISK, Measure.LITTLE_PROCESSOR_TIME)),
    /** Time on the clock and an empty environment alone. */
    NONE(EnumSet.noneOf(Measure.class));

    static final String SHELL = "/bin/sh";

    private static final Logger log = LoggerFactory.getLogger(Containment.class);
    private static final long TRIAL_S = 10;

    private final Set<Measure> measures;

    Containment(Set<Measure> measures) {
        this.measures = Collections.unmodifiableSet(measures);
    }

    /** What this machine enforces, tried once. */
    static Containment here() {
        return Here.BEST;
    }

    /** What a child gets that reads these files: they may be closed to the user that it would have. */
    static Containment of(List<Path> files) throws IOException {
        if (here() == OTHER_USER) {
            for (Path file : files) {
                if (!readableByAll(file)) {
                    return USER_NAMESPACE;
                }
            }
        }
        return here();
    }

    /** What keeps a child from doing harm here. */
    Set<Measure> measures() {
        return measures;
    }

    /** Whether a program of the system ends, and well. */
    static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            try {
                return process.waitFor(TRIAL_S, TimeUnit.SECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean hasRooms() {
        return compareTo(USER_NAMESPACE) <= 0;
    }

    /** The limit on processes counts those of a user, and spares the real root. */
    private static Set<Measure> withoutRootsExemption() {
        return ProcessUser.isRoot()
                ? EnumSet.complementOf(EnumSet.of(Measure.FEW_PROCESSES))
                : EnumSet.allOf(Measure.class);
    }

    private static boolean readableByAll(Path file) throws IOException {
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
        return modes.contains(PosixFilePermission.OTHERS_READ)
                && (!Files.isDirectory(file) || modes.contains(PosixFilePermission.OTHERS_EXECUTE));
    }

    private static final class Here {
        static final Containment BEST = tried();

        private static Containment tried() {
            Containment best =
                    Stream.of(values()).filter(Here::works).findFirst().orElse(NONE);
            if (!best.measures.containsAll(EnumSet.allOf(Measure.class))) {
                log.warn(
                        "Children that open strangers' files are not fully shut in here; missing: {}",
                        EnumSet.complementOf(EnumSet.copyOf(best.measures)));
            }
            return best;
        }

        private static boolean works(Containment wanted) {
            return switch (wanted) {
                case OTHER_USER -> ProcessUser.isRoot() && furnishes(wanted);
                case USER_NAMESPACE -> furnishes(wanted);
                case NO_NEW_PRIVILEGES -> runs("setsid", "setpriv", "--no-new-privs", "--", "true");
                case LIMITS -> Files.isExecutable(Path.of(SHELL));
                case NONE -> true;
            };
        }

        private static boolean furnishes(Containment wanted) {
            try (Room room = Room.furnished(wanted, List.of())) {
                return runs(Stream.concat(room.entrance().stream(), Stream.of("true"))
                        .toArray(String[]::new));
            } catch (IOException notHere) {
                log.debug("{} does not work here", wanted, notHere);
                return false;
            }
        }
    }
}
