package br.com.redcheck.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Keras files of the tests, with what Keras itself computes for them. */
public final class KerasFixtures {
    public static final Path FOLDER = Path.of("src/test/resources/h5");
    private static final JsonNode EXPECTED = new JsonMapper().readTree(FOLDER.resolve("expected.json"));

    private KerasFixtures() {}

    /** One file and its expectations. */
    public record Case(String file, JsonNode expected) {
        /** The network, read with the word more that some files need. */
        public TrainedNetwork read() throws IOException {
            KerasReader reader = new KerasReader(KerasLimits.defaults(), expected.has("lambda_means"));
            Optional<String> architecture = expected.path("architecture_from").asStringOpt();
            return architecture.isPresent()
                    ? reader.read(FOLDER.resolve(file), FOLDER.resolve(architecture.get()))
                    : reader.read(FOLDER.resolve(file));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    public static Stream<Case> cases() {
        return StreamSupport.stream(EXPECTED.path("cases").properties().spliterator(), false)
                .map(entry -> new Case(entry.getKey(), entry.getValue()));
    }

    public static Case named(String file) {
        return cases().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
    }

    /** Reads a file that lies here packed. */
    public static TrainedNetwork packed(Path file) throws IOException {
        return new KerasReader(KerasLimits.defaults()).read(unpacked(file));
    }

    static byte[] unpacked(Path file) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            return unpacked.readAllBytes();
        }
    }

    static Path hostile(String file) {
        return FOLDER.resolve("hostile").resolve(file);
    }

    static List<String> files() {
        return cases().map(Case::file).toList();
    }
}
