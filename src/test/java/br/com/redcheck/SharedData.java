package br.com.redcheck;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The test data that are too large for the repository. */
public final class SharedData {
    private static final Path FOLDER = Path.of("../shared/data");

    private SharedData() {}

    /** The folder of test data beside the checkout, or a skipped test that says so. */
    public static Path folder() {
        assumeThat(Files.isDirectory(FOLDER))
                .as("the folder of test data %s stands beside the checkout", FOLDER)
                .isTrue();
        return FOLDER;
    }

    /** The films with planted identities, by name. What else lies beside them is not ours to read. */
    public static Path[] films() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("phi/dx"))) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toArray(Path[]::new);
        }
    }
}
