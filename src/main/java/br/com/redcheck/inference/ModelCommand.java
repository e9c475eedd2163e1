package br.com.redcheck.inference;

import br.com.redcheck.model.KerasLimits;
import br.com.redcheck.model.KerasReader;
import br.com.redcheck.model.RefusedModel;
import br.com.redcheck.model.TrainedNetwork;
import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code model}: what has to do with networks on the command line. */
@Command(name = "model", subcommands = ModelCommand.Check.class, synopsisSubcommandLabel = "COMMAND")
public final class ModelCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return REFUSED;
    }

    /** {@code model check}: says what a Keras file holds, or why it is refused. Exit code 0, or 2 if it is refused. */
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        private final Messages messages = new Messages();
        private final Locale language = Messages.consoleLanguage();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli's
        private CommandSpec command;

        @Parameters(index = "0", paramLabel = "FILE.h5", descriptionKey = "model.check.file")
        @SuppressWarnings("NullAway.Init") // picocli's
        private Path file;

        @Option(names = "--architecture", paramLabel = "OTHER.h5", descriptionKey = "model.check.architecture")
        private @Nullable Path architecture;

        @Option(names = "--lambda-is-gap", descriptionKey = "model.check.lambda-is-gap")
        private boolean lambdaIsPooling;

        @Option(names = "--try", descriptionKey = "model.check.try")
        private boolean tried;

        @Option(names = "--scale", paramLabel = "S", defaultValue = "1", descriptionKey = "model.check.scale")
        private double scale;

        @Option(names = "--json", descriptionKey = "model.check.json")
        private boolean json;

        @Override
        public Integer call() {
            PrintWriter out = command.commandLine().getOut();
            try {
                print(report(new KerasReader(KerasLimits.defaults(), lambdaIsPooling)), out);
                return 0;
            } catch (RefusedModel refused) {
                refuse(
                        refused.each().stream()
                                .map(each -> messages.text(language, each))
                                .toList(),
                        out);
            } catch (IOException e) {
                refuse(List.of(messages.text(language, "model.check.no-file")), out);
            }
            return REFUSED;
        }

        private NetworkReport report(KerasReader reader) throws IOException {
            byte[] weights = reader.bytes(file);
            Optional<byte[]> layers = architecture == null ? Optional.empty() : Optional.of(reader.bytes(architecture));
            TrainedNetwork network =
                    layers.map(described -> reader.read(weights, described)).orElseGet(() -> reader.read(weights));
            Trial trial = new Trial(weights, layers, lambdaIsPooling);
            return new NetworkReport(network, tried ? Optional.of(trial.run(scale)) : Optional.empty());
        }

        private void print(NetworkReport report, PrintWriter out) {
            if (json) {
                out.println(report.json());
            } else {
                report.lines(messages, language).forEach(out::println);
            }
        }

        private void refuse(List<String> reasons, PrintWriter out) {
            if (json) {
                String all = String.join(" ", reasons);
                out.println(new JsonMapper()
                        .writeValueAsString(Map.of("file", file.toString(), "refused", all, "reasons", reasons)));
            } else {
                PrintWriter err = command.commandLine().getErr();
                reasons.forEach(reason -> err.println(messages.text(language, "model.check.refused", reason)));
            }
        }
    }
}
