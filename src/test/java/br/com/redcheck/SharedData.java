package br.com.redcheck;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
