package br.com.redcheck.dicom.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program: bytes in, a known number of bytes out, and nothing else of ours for it to see.
 *
 * @param command the program and its arguments
 * @param environment all the variables that it gets
 * @param time after which it is killed
 * @param memory bytes of address space it may take, where the system has a shell to set that
 */
record Child(List<String> command, Map<String, String> environment, Duration time, long memory) {
    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * Feeds the program and takes its answer.
     *
     * @throws DecoderFailed if it cannot be started, dies, is killed, or answers anything but {@code length} bytes
     */
    byte[] answer(byte[] input, int length) throws DecoderFailed {
        Process process = start();
        try {
            process.onExit()
                    .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> process.destroyForcibly());
            feed(process, input);
            byte[] answer = read(process, length);
            if (answer.length != length) {
                throw new DecoderFailed("answer of " + answer.length + " bytes, not " + length);
            }
            int status = process.waitFor();
            if (status != 0) {
                throw new DecoderFailed("exit status " + status);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DecoderFailed("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws DecoderFailed {
        ProcessBuilder builder = new ProcessBuilder(limited()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DecoderFailed("cannot be started", e);
        }
    }

    /** The shell becomes the program, so that killing the one kills the other. */
    private List<String> limited() {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> all = new ArrayList<>(
                List.of(SHELL.toString(), "-c", "ulimit -v " + (memory >> 10) + "; exec \"$0\" \"$@\""));
        all.addAll(command);
        return all;
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
                "decoder-input");
        feeder.setDaemon(true);
        feeder.start();
    }

    /** One byte more than promised tells that there are too many. */
    private static byte[] read(Process process, int length) throws DecoderFailed {
        try (InputStream in = process.getInputStream()) {
            return in.readNBytes(length + 1);
        } catch (IOException e) {
            throw new DecoderFailed("answer", e);
        }
    }
}
