package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.platform.Console;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys}: replaces keys on the command line. Whatever is interrupted goes on when the same is asked again. */
@Command(
        name = "keys",
        subcommands = {KeysCommand.RotateMaster.class, KeysCommand.RotateOwner.class},
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
    private static final Class<?>[] PARTS = {VaultConfiguration.class, AuditLog.class};

    private KeysCommand() {}

    /** Says how far it has come, a hundred times at most. */
    private static Progress told(Console console, String key) {
        return (done, all) -> {
            if (done * 100 / all != (done - 1) * 100 / all) {
                console.say(key, Long.toString(done), Long.toString(all));
            }
        };
    }

    /** {@code keys rotate-master}: wraps the owners' keys by a new master key. Exit code 0, or 2 if it may not. */
    @Command(name = "rotate-master")
    static final class RotateMaster implements Callable<Integer> {
        @Mixin
        private final Console console = new Console();

        @Override
        public Integer call() throws IOException {
            return console.run(vault -> rotate(vault.getBean(MasterRotation.class)), PARTS);
        }

        private int rotate(MasterRotation rotation) throws IOException {
            long rewrapped = rotation.rotate(told(console, "keys.owner-of"));
            console.say("keys.rewrapped", Long.toString(rewrapped));
            rotation.place()
                    .ifPresentOrElse(
                            file -> console.say("keys.master-in-file", file.toString()),
                            () -> console.say("keys.former-not-needed"));
            return 0;
        }
    }

    /**
     * {@code keys rotate-owner}: gives owners new keys and seals their blobs under them. Exit code 0, or 2 if it may not, or if a
     * former key is still in use.
     */
    @Command(name = "rotate-owner")
    static final class RotateOwner implements Callable<Integer> {
        @Mixin
        private final Console console = new Console();

        @ArgGroup(multiplicity = "1")
        @SuppressWarnings("NullAway.Init") // picocli's
        private Whose whose;

        @Override
        public Integer call() throws IOException {
            return console.run(vault -> rotate(vault.getBean(OwnerRotation.class)), PARTS);
        }

        private int rotate(OwnerRotation rotation) throws IOException {
            boolean finished = true;
            List<OwnerId> owners = whose.owner == null ? rotation.owners() : List.of(new OwnerId(whose.owner));
            for (OwnerId owner : owners) {
                boolean rotated = rotation.rotate(owner, told(console, "keys.blob-of"));
                console.say(
                        rotated ? "keys.rotated" : "keys.still-in-use",
                        owner.value().toString());
                finished &= rotated;
            }
            return finished ? 0 : Console.REFUSED;
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
