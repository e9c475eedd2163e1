package br.com.redcheck.audit;

import br.com.redcheck.platform.CommandApplication;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: checks and hands out the log on the command line. */
@Command(
        name = "audit",
        subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class},
        synopsisSubcommandLabel = "COMMAND")
public final class AuditCommand implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int REFUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return REFUSED;
    }

    /** What the two have in common: a log, and somebody who reads. */
    private abstract static class OverLog implements Callable<Integer> {
        private final Messages messages = new Messages();
        private final Locale language = Messages.consoleLanguage();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli's
        private CommandSpec command;

        abstract int over(AuditChain chain) throws IOException;

        @Override
        public final Integer call() throws IOException {
            try (ConfigurableApplicationContext application = CommandApplication.start(AuditChain.class)) {
                return over(application.getBean(AuditChain.class));
            } catch (Refusal refusal) {
                CommandApplication.explain(
                        refusal, messages, language, command.commandLine().getErr());
                return REFUSED;
            }
        }

        void say(String key, Object... arguments) {
            command.commandLine().getOut().println(messages.text(language, key, arguments));
        }
    }

    /** {@code audit verify}: exit code 0, 1 if the chain does not hold, 2 if it cannot be read. */
    @Command(name = "verify")
    static final class Verify extends OverLog {
        @Option(names = "--anchor", paramLabel = "DAY=HEX", descriptionKey = "audit.anchor")
        private Map<LocalDate, String> anchors = Map.of();

        @Override
        int over(AuditChain chain) {
            Verdict verdict = chain.verify(anchors);
            verdict.flaw().ifPresent(flaw -> say(flaw.kind().key(), flaw.arguments()));
            say("audit.holds", Long.toString(verdict.entries()));
            verdict.anchored().ifPresent(day -> say("audit.anchored", day.day().toString(), day.anchor()));
            return verdict.flaw().isPresent() ? BROKEN : 0;
        }
    }

    /** {@code audit export}: writes entries as JSON Lines. Exit code 0, or 2 if the log cannot be read. */
    @Command(name = "export")
    static final class Export extends OverLog {
        @Option(names = "--from", paramLabel = "DAY", descriptionKey = "audit.from")
        private @Nullable LocalDate from;

        @Option(names = "--to", paramLabel = "DAY", descriptionKey = "audit.to")
        private @Nullable LocalDate to;

        @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "audit.out")
        @SuppressWarnings("NullAway.Init") // picocli's
        private Path out;

        @Override
        int over(AuditChain chain) throws IOException {
            try (Writer lines = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                long written = new JsonLines(chain).write(from, to, lines);
                say("audit.exported", Long.toString(written));
                return 0;
            }
        }
    }
}
