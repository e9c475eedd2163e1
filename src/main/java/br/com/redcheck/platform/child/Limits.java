package br.com.redcheck.platform.child;

import java.time.Duration;

/**
 * What a child may take. It may write to no file at all.
 *
 * @param time after which it is killed; also the time it may spend on a processor, should we no longer be there to kill it
 * @param memory bytes of address space
 */
public record Limits(Duration time, long memory) {
    /**
     * Processes and threads of the children that share a room: more than any of them needs, for a user's count may be one for all of
     * them.
     */
    static final int PROCESSES = 256;

    /** Commands of a shell that set these limits for itself and what it becomes; shells call the number of processes -u or -p. */
    String commands(boolean processes) {
        String common = "unset PWD OLDPWD SHLVL; ulimit -c 0; ulimit -f 0; ulimit -v " + (memory >> 10) + "; ulimit -t "
                + (time.toSeconds() + 1) + "; ";
        return processes
                ? common
                        + "if (ulimit -u 1) 2>/dev/null; then ulimit -u %1$d; else ulimit -p %1$d; fi; "
                                .formatted(PROCESSES)
                : common;
    }
}
