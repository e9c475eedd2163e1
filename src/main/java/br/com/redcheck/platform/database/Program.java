package br.com.redcheck.platform.database;

import br.com.redcheck.platform.ProcessUser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program of PostgreSQL to its end.
 *
 * <p>PostgreSQL refuses to run as root. For root on Linux the program is put into a user namespace of its own, where it has
 * nobody's name and no privilege, yet still owns the files that root made.
 */
final class Program {
    private static final List<String> OWN_USER_NAMESPACE = List.of("unshare", "--user", "--");

    private Program() {}

    /**
     * @param log receives what the program says (a file and not a pipe: a server left behind would keep the pipe open)
     * @return what the program said
     * @throws DatabaseFailed if it ended with an error
     * @throws RootNotAllowed if we are root and the system offers no user namespace
     */
    static String run(Path program, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        if (ProcessUser.isRoot()) {
            requireUserNamespace();
            command.addAll(OWN_USER_NAMESPACE);
        }
        command.add(program.toString());
        command.addAll(arguments);
        if (exitOf(command, log.toFile()) != 0) {
            throw new DatabaseFailed(program.getFileName().toString(), log, null);
        }
        return Files.readString(log);
    }

    private static void requireUserNamespace() {
        List<String> trial = new ArrayList<>(OWN_USER_NAMESPACE);
        trial.add("true");
        try {
            if (exitOf(trial, null) == 0) {
                return;
            }
        } catch (IOException thereIsNoUnshare) {
            throw new RootNotAllowed(thereIsNoUnshare);
        }
        throw new RootNotAllowed(null);
    }

    private static int exitOf(List<String> command, @Nullable File log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a program of PostgreSQL ran", e);
        }
    }
}
