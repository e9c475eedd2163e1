package br.com.redcheck.dicom;

import br.com.redcheck.platform.InOrder;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code deidentify}: takes identity out of files, some at a time, and writes what may be kept under a folder. Exit code 0, or 2 if
 * something was refused or there was no image at all.
 */
@Command(name = "deidentify")
public final class DeidentifyCommand implements Callable<Integer> {
    private static final int REFUSED = 2;
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_KEY = 4096;

    private final Messages messages = new Messages();
    private final Locale language = Messages.consoleLanguage();
    private final DicomLimits limits = DicomLimits.defaults();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "deidentify.path")
    private List<Path> paths = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "deidentify.out")
    @SuppressWarnings("NullAway.Init") // picocli's
    private Path out;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "deidentify.key")
    private @Nullable Path key;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "deidentify.report")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        Deidentifier deidentifier = new Deidentifier(secret(), DeidentificationOption.ALL);
        Files.createDirectories(out);
        try (PrintWriter lines = report == null ? null : new PrintWriter(report.toFile(), StandardCharsets.UTF_8);
                InOrder work = new InOrder()) {
            Walk walk = new Walk(
                    deidentifier, work, lines == null ? command.commandLine().getOut() : lines);
            for (Path path : paths) {
                new DicomFiles(WalkLimits.defaults()).walk(path, walk);
            }
            work.finish();
            if (!walk.cleanedSome && !walk.refusedSome) {
                command.commandLine().getErr().println(messages.text(language, "refusal.nothing-read"));
            }
            return walk.cleanedSome && !walk.refusedSome ? 0 : REFUSED;
        }
    }

    private byte[] secret() throws IOException {
        if (key == null) {
            byte[] forThisRun = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(forThisRun);
            return forThisRun;
        }
        try (InputStream in = Files.newInputStream(key)) {
            byte[] bytes = in.readNBytes(LONGEST_KEY);
            if (bytes.length < Deidentifier.SHORTEST_KEY) {
                throw new ParameterException(
                        command.commandLine(),
                        messages.text(language, "deidentify.key-too-short", Deidentifier.SHORTEST_KEY));
            }
            return bytes;
        }
    }

    /** Cleans the files and reports on each, in their order. */
    private final class Walk implements ObjectVisitor {
        private final Deidentifier deidentifier;
        private final InOrder work;
        private final PrintWriter lines;
        private boolean refusedSome;
        private boolean cleanedSome;

        Walk(Deidentifier deidentifier, InOrder work, PrintWriter lines) {
            this.deidentifier = deidentifier;
            this.work = work;
            this.lines = lines;
        }

        @Override
        public void object(String path, DicomObject original, long size) {
            work.add(size, () -> cleaned(path, original), refusal -> refusedAct(path, refusal));
        }

        private Runnable cleaned(String path, DicomObject original) throws IOException {
            Cleaned cleaned = ReaderFailed.guarded(() -> {
                Deidentified header = deidentifier.deidentified(original);
                return Cleaned.of(deidentifier, original, header, List.of(), limits);
            });
            cleaned.leaks().stream().findFirst().ifPresent(leak -> {
                throw new StillIdentifiable(leak);
            });
            return () -> keep(path, cleaned);
        }

        private void keep(String path, Cleaned cleaned) {
            try {
                Path written = new CleanFolder(out).write(cleaned.object());
                cleanedSome = true;
                tell(CleaningReport.deidentified(path, out.relativize(written), cleaned));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void refused(String path, Refusal refusal) {
            work.add(refusedAct(path, refusal));
        }

        private Runnable refusedAct(String path, Refusal refusal) {
            return () -> {
                refusedSome = true;
                tell(CleaningReport.refused(path, messages.text(language, refusal)));
            };
        }

        @Override
        public void setAside(String path, SetAside reason) {
            work.add(() -> tell(CleaningReport.aside(path, messages.text(language, reason.key()))));
        }

        private void tell(CleaningReport line) {
            lines.println(line.json());
            lines.flush();
        }
    }
}
