package br.com.redcheck;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real images that are too large, or not free enough, to live in the repository. */
public final class SharedData {
    private static final Path FOLDER = Path.of("../shared/data");

    private SharedData() {}

    /** The folder of test data beside the checkout, or a skipped test that says so. */
    public static Path folder() {
        assumeThat(Files.isDirectory(FOLDER))
                .as("test data at %s", FOLDER.toAbsolutePath().normalize())
                .isTrue();
        return FOLDER;
    }
}
