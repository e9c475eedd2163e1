package br.com.redcheck.platform.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program that handles a stranger's bytes: bytes in, bytes out, and as little else as this machine lets us leave it.
 *
 * @param command the program and its arguments
 * @param environment all the variables that it gets
 * @param files what it may read beside the system's programs and libraries, as absolute paths: files, and folders with all in
 *     them
 * @param limits what it may take
 */
public record Child(List<String> command, Map<String, String> environment, List<Path> files, Limits limits) {
    /** Those of a shell, of chroot and of setpriv that could not start the program. */
    private static final int FIRST_NOT_STARTED = 125;

    private static final int LAST_NOT_STARTED = 127;

    /**
     * Feeds the program and takes its answer.
     *
     * @param most bytes that an answer may have
     * @throws ChildFailed if it dies, is killed, says too much, or ends with an error
     * @throws UncheckedIOException if it cannot be started, which is not its input's fault
     */
    public byte[] answer(byte[] input, int most) throws ChildFailed {
        Process process = start();
        try {
            process.onExit()
                    .orTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> process.destroyForcibly());
            feed(process, input);
            byte[] answer = read(process, most);
            int status = answer.length > most ? 0 : process.waitFor();
            if (status >= FIRST_NOT_STARTED && status <= LAST_NOT_STARTED) {
                throw new UncheckedIOException(new IOException("a child could not be started: status " + status));
            }
            if (status != 0) {
                throw new ChildFailed("exit status " + status);
            }
            if (answer.length > most) {
                throw new ChildFailed("answer of more than " + most + " bytes");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildFailed("interrupted");
        } finally {
            end(process);
        }
    }

    private Process start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(contained()).redirectError(Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each becomes the next, so that killing the one kills the other. */
    List<String> contained() throws IOException {
        Containment containment = Containment.of(files);
        if (containment == Containment.NONE) {
            return command;
        }
        List<String> all = new ArrayList<>(
                List.of(Containment.SHELL, "-c", limits.commands(containment.hasRooms()) + "exec \"$0\" \"$@\""));
        if (containment.hasRooms()) {
            all.addAll(Room.with(containment, files).entrance());
        } else if (containment == Containment.NO_NEW_PRIVILEGES) {
            all.addAll(List.of("setsid", "setpriv", "--no-new-privs", "--"));
        }
        all.addAll(command);
        return all;
    }

    /** What it has started dies with it in a room; elsewhere it is looked for, by its session where there is one. */
    private static void end(Process process) {
        if (!Containment.here().hasRooms()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
        if (Containment.here() == Containment.NO_NEW_PRIVILEGES) {
            Containment.runs(Containment.SHELL, "-c", "kill -KILL -- -" + process.pid());
        }
    }

    /** In a thread of its own, for the program may answer before it has read everything. */
    private static void feed(Process process, byte[] input) {
        Thread feeder = new Thread(
                () -> {
                    try (OutputStream out = process.getOutputStream()) {
                        out.write(input);
                    } catch (IOException e) {
                        process.destroyForcibly(); // it has gone away or stopped listening; the answer shows it
                    }
                },
                "child-input");
        feeder.setDaemon(true);
        feeder.start();
    }

    /** One byte more than allowed tells that there are too many. */
    private static byte[] read(Process process, int most) throws ChildFailed {
        try (InputStream in = process.getInputStream()) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new ChildFailed("answer", e);
        }
    }
}
