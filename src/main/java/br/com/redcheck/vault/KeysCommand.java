package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.CommandApplication;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: replaces keys on the command line. Whatever is interrupted goes on when the same is asked again. */
@Command(
        name = "keys",
        subcommands = {KeysCommand.RotateMaster.class, KeysCommand.RotateOwner.class},
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return REFUSED;
    }

    /** What the two have in common: a vault, and somebody who reads. */
    private abstract static class Rotation implements Callable<Integer> {
        private final Messages messages = new Messages();
        private final Locale language = Messages.consoleLanguage();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli's
        private CommandSpec command;

        abstract boolean rotate(ConfigurableApplicationContext application) throws IOException;

        @Override
        public final Integer call() throws IOException {
            try (ConfigurableApplicationContext application =
                    CommandApplication.start(VaultConfiguration.class, AuditLog.class)) {
                return rotate(application) ? 0 : REFUSED;
            } catch (Refusal refusal) {
                CommandApplication.explain(
                        refusal, messages, language, command.commandLine().getErr());
                return REFUSED;
            }
        }

        void say(String key, Object... arguments) {
            PrintWriter out = command.commandLine().getOut();
            out.println(messages.text(language, key, arguments));
            out.flush();
        }

        /** Says how far it has come, a hundred times at most. */
        void progress(String key, long done, long all) {
            if (done * 100 / all != (done - 1) * 100 / all) {
                say(key, Long.toString(done), Long.toString(all));
            }
        }
    }

    /** {@code keys rotate-master}: wraps the owners' keys by a new master key. Exit code 0, or 2 if it may not. */
    @Command(name = "rotate-master")
    static final class RotateMaster extends Rotation {
        @Override
        boolean rotate(ConfigurableApplicationContext application) throws IOException {
            MasterRotation rotation = application.getBean(MasterRotation.class);
            long rewrapped = rotation.rotate((done, all) -> progress("keys.owner-of", done, all));
            say("keys.rewrapped", Long.toString(rewrapped));
            rotation.place()
                    .ifPresentOrElse(
                            file -> say("keys.master-in-file", file.toString()), () -> say("keys.former-not-needed"));
            return true;
        }
    }

    /**
     * {@code keys rotate-owner}: gives owners new keys and seals their blobs under them. Exit code 0, or 2 if it may not, or if a
     * former key is still in use.
     */
    @Command(name = "rotate-owner")
    static final class RotateOwner extends Rotation {
        @ArgGroup(multiplicity = "1")
        @SuppressWarnings("NullAway.Init") // picocli's
        private Whose whose;

        @Override
        boolean rotate(ConfigurableApplicationContext application) throws IOException {
            OwnerRotation rotation = application.getBean(OwnerRotation.class);
            boolean finished = true;
            List<OwnerId> owners = whose.owner == null ? rotation.owners() : List.of(new OwnerId(whose.owner));
            for (OwnerId owner : owners) {
                boolean rotated = rotation.rotate(owner, (done, all) -> progress("keys.blob-of", done, all));
                say(
                        rotated ? "keys.rotated" : "keys.still-in-use",
                        owner.value().toString());
                finished &= rotated;
            }
            return finished;
        }

        /** One owner, or all. */
        private static final class Whose {
            @Parameters(index = "0", paramLabel = "OWNER", descriptionKey = "keys.owner")
            private @Nullable UUID owner;

            @Option(names = "--all", required = true, descriptionKey = "keys.all")
            @SuppressWarnings("unused") // that it was said is enough
            private boolean all;
        }
    }
}
