package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files of many makers after de-identification, in the eyes of other programs. */
class DeidentifiedFolderTest {
    private static final Deidentifier DEIDENTIFIER =
            new Deidentifier("a key for tests only".getBytes(StandardCharsets.UTF_8), DeidentificationOption.ALL);
    private static final Map<String, String> OUTCOMES = new TreeMap<>();
    private static final Map<Path, DicomObject> CLEANED = new TreeMap<>();
    private static final Map<Path, List<Leak>> LEAKS = new TreeMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void deidentifyAll() throws IOException {
        Path root = SharedData.folder().resolve("dicom");
        for (Path file : files(root)) {
            String kind = String.valueOf(root.relativize(file).getName(0));
            OUTCOMES.merge(kind + " " + outcome(file), "x", String::concat);
        }
    }

    private static String outcome(Path file) throws IOException {
        try {
            DicomObject original = Phi.object(file);
            if (!original.dataSet().contains(Tag.PIXEL_DATA)) {
                return "aside";
            }
            DicomObject cleaned = DEIDENTIFIER.deidentified(original).object();
            CLEANED.put(file, cleaned);
            LEAKS.put(file, DEIDENTIFIER.check(original, List.of()).leaks(cleaned, DicomLimits.defaults()));
            return "deidentified";
        } catch (UnreadableDicom refusal) {
            return "refused " + refusal.reason();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileIsDeidentifiedOrRefusedOrAside() {
        OUTCOMES.forEach((k, v) -> System.out.println(k + " " + v.length()));
        assertThat(OUTCOMES).isEmpty();
    }

    @Test
    void theCheckFindsNothing() {
        LEAKS.values().removeIf(List::isEmpty);
        LEAKS.forEach((k, v) -> System.out.println(k + " " + v));
        assertThat(LEAKS).isEmpty();
    }

    @Test
    void dciodvfyFindsNoErrorThatTheOriginalDidNotHave() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Map.Entry<Path, DicomObject> entry : CLEANED.entrySet()) {
            Path file = folder.resolve("cleaned.dcm");
            Files.write(file, Phi.bytes(entry.getValue()));
            Set<String> before = errors(entry.getKey());
            Set<String> errors = errors(file);
            errors.removeAll(before);
            if (!errors.isEmpty() && before.stream().noneMatch(error -> error.contains("Tags out of order"))) {
                found.put(String.valueOf(entry.getKey().getFileName()), errors);
            }
        }
        found.forEach((k, v) -> System.out.println(k + " " + String.join("\n     ", v)));
        assertThat(found).isEmpty();
    }

    private static Set<String> errors(Path file) throws IOException {
        Process process = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            return lines.lines()
                    .filter(line -> line.startsWith("Error"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
