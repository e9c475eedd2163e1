package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Watches the folder of temporary files, which the build makes a folder of the tests' own, while integration tests run: a test class
 * fails when anything new appeared there meanwhile, even if it is gone again. What the application must keep belongs in its home.
 */
public final class TemporaryFiles implements LauncherSessionListener, AfterAllCallback {
    /** What may appear: nothing of it comes from a file or a person. */
    private static final Pattern KNOWN = Pattern.compile("""
            junit-?\\d+|\
            mockitoboot\\d+\\.jar|\
            playwright-java-\\d+|\
            covid-dicom-decoder-?\\d+|\
            seen-[0-9a-f-]+|\
            hsperfdata_.+""");

    private static final long LONGEST_S = 30;
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private static volatile WatchService watch = begun();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Loading this class has made the folder, before any test asks for one inside it.
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        List<String> appeared = appeared();
        if (tests.getRequiredTestClass().getSimpleName().endsWith("IT")) {
            assertThat(appeared).as("new in " + FOLDER).isEmpty();
        }
    }

    private static WatchService begun() {
        try {
            Files.createDirectories(FOLDER);
            WatchService watch = FOLDER.getFileSystem().newWatchService();
            FOLDER.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Events come in the order in which they happened: once a file made now is told of, so is everything before it. */
    private static synchronized List<String> appeared() throws IOException, InterruptedException {
        String last = "seen-" + UUID.randomUUID();
        Files.delete(Files.createFile(FOLDER.resolve(last)));
        List<String> appeared = new ArrayList<>();
        boolean all = false;
        while (!all) {
            WatchKey told = watch.poll(LONGEST_S, TimeUnit.SECONDS);
            assertThat(told).as("the folder is still watched").isNotNull();
            for (WatchEvent<?> event : told.pollEvents()) {
                appeared.add(String.valueOf(event.context()));
            }
            all = appeared.contains(last);
            told.reset();
        }
        appeared.removeIf(KNOWN.asMatchPredicate());
        return appeared;
    }
}
