package br.com.redcheck.audit;

import br.com.redcheck.platform.Console;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit}: checks and hands out the log on the command line. */
@Command(
        name = "audit",
        subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class},
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand {
    private static final int BROKEN = 1;

    private AuditCommand() {}

    /** {@code audit verify}: exit code 0, 1 if the chain does not hold, 2 if it cannot be read. */
    @Command(name = "verify")
    static final class Verify implements Callable<Integer> {
        @Mixin
        private final Console console = new Console();

        @Option(names = "--anchor", paramLabel = "DAY=HEX", descriptionKey = "audit.anchor")
        private Map<LocalDate, String> anchors = Map.of();

        @Override
        public Integer call() throws IOException {
            return console.run(log -> verify(log.getBean(AuditChain.class)), AuditChain.class);
        }

        private int verify(AuditChain chain) {
            Verdict verdict = chain.verify(anchors);
            verdict.flaw().ifPresent(flaw -> console.say(flaw.kind().key(), flaw.arguments()));
            console.say("audit.holds", Long.toString(verdict.entries()));
            verdict.anchored()
                    .ifPresent(day -> console.say("audit.anchored", day.day().toString(), day.anchor()));
            return verdict.flaw().isPresent() ? BROKEN : 0;
        }
    }

    /** {@code audit export}: writes entries as JSON Lines. Exit code 0, or 2 if the log cannot be read. */
    @Command(name = "export")
    static final class Export implements Callable<Integer> {
        @Mixin
        private final Console console = new Console();

        @Option(names = "--from", paramLabel = "DAY", descriptionKey = "audit.from")
        private @Nullable LocalDate from;

        @Option(names = "--to", paramLabel = "DAY", descriptionKey = "audit.to")
        private @Nullable LocalDate to;

        @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "audit.out")
        @SuppressWarnings("NullAway.Init") // picocli's
        private Path out;

        @Override
        public Integer call() throws IOException {
            return console.run(log -> export(log.getBean(AuditChain.class)), AuditChain.class);
        }

        private int export(AuditChain chain) throws IOException {
            try (Writer lines = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                long written = new JsonLines(chain).write(from, to, lines);
                console.say("audit.exported", Long.toString(written));
                return 0;
            }
        }
    }
}
