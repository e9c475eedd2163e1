package br.com.redcheck.reading;

import br.com.redcheck.inference.InferenceSettings;
import br.com.redcheck.inference.Networks;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code classify}: reads files as they are, says what the networks say, and keeps nothing. Exit code 0, or 2 if something was
 * refused or there was no image at all.
 */
@Command(name = "classify")
public final class ClassifyCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    private final Messages messages = new Messages();
    private final Locale language = Messages.consoleLanguage();
    private boolean refusedSome;
    private boolean readSome;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "classify.path")
    private List<Path> paths = List.of();

    @Option(names = "--model", paramLabel = "NAME", descriptionKey = "classify.model")
    private List<String> models = List.of();

    @Option(names = "--models", paramLabel = "DIR", descriptionKey = "classify.models")
    private @Nullable Path folder;

    @Option(names = "--json", descriptionKey = "classify.json")
    private boolean json;

    @Option(names = "--overlay", paramLabel = "DIR", descriptionKey = "classify.overlay")
    private @Nullable Path overlay;

    @Override
    public Integer call() throws IOException {
        try {
            read(new ModelCatalog(Optional.ofNullable(folder)));
        } catch (Refusal refusal) {
            command.commandLine().getErr().println(messages.text(language, refusal));
            return REFUSED;
        }
        if (!readSome && !refusedSome) {
            command.commandLine().getErr().println(messages.text(language, "refusal.nothing-read"));
        }
        return readSome && !refusedSome ? 0 : REFUSED;
    }

    private void read(ModelCatalog catalog) throws IOException {
        try (Networks networks = new Networks(catalog, InferenceSettings.defaults());
                ExamsOnDisk exams = new ExamsOnDisk(networks, choice(catalog), this::tell)) {
            for (Path path : paths) {
                exams.read(path);
            }
        }
        if (!json) {
            out().println(messages.text(language, "result.caution"));
        }
    }

    private Function<String, List<ModelCard>> choice(ModelCatalog catalog) {
        if (models.isEmpty()) {
            return new NetworkChoice(catalog, ReadingSettings.defaults())::regular;
        }
        List<ModelCard> named = models.stream().map(catalog::named).toList();
        return modality -> named;
    }

    private void tell(ClassifiedExam exam) {
        refusedSome |= exam instanceof RefusedExam;
        readSome |= exam instanceof ReadExam;
        if (json) {
            out().println(exam.json(messages, language));
        } else {
            exam.lines(messages, language).forEach(out()::println);
        }
        if (overlay != null && exam instanceof ReadExam read) {
            try (OutputStream png = Files.newOutputStream(freeName(overlay, exam.path()))) {
                read.writeOverlay(png);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        out().flush();
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** The exam's own name with the ending {@code .png}, numbered from the second of that name on. */
    private static Path freeName(Path folder, String path) throws IOException {
        Files.createDirectories(folder);
        String name = path.replaceFirst(".*[/\\\\!]", "").replaceFirst("\\.[A-Za-z]{1,5}$", "");
        Path free = folder.resolve(name + ".png");
        for (int number = 2; Files.exists(free); number++) {
            free = folder.resolve(name + "-" + number + ".png");
        }
        return free;
    }
}
