package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import br.com.redcheck.SharedData;
import java.io.BufferedReader;
import java.io.File;
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
    private static final Map<String, Integer> OUTCOMES = new TreeMap<>();
    private static final Map<Path, DicomObject> CLEANED = new TreeMap<>();
    private static final Map<Path, List<Leak>> LEAKS = new TreeMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void deidentifyAll() throws IOException {
        Path root = SharedData.folder().resolve("dicom");
        for (Path file : files(root)) {
            String kind = String.valueOf(root.relativize(file).getName(0));
            OUTCOMES.merge(kind + " " + outcome(file), 1, Integer::sum);
        }
    }

    private static String outcome(Path file) throws IOException {
        try {
            DicomObject original = Phi.object(file);
            if (!original.dataSet().contains(Tag.PIXEL_DATA)) {
                return "without pixels";
            }
            DicomObject cleaned = DEIDENTIFIER.deidentified(original).object();
            CLEANED.put(file, cleaned);
            LEAKS.put(file, DEIDENTIFIER.check(original, List.of()).leaks(cleaned, DicomLimits.defaults()));
            return "deidentified";
        } catch (UnreadableDicom refusal) {
            return refusal.reason().toString();
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
        assertThat(OUTCOMES)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("broken_or_odd deidentified", 21),
                        Map.entry("broken_or_odd without pixels", 13),
                        Map.entry("broken_or_odd NOT_DICOM", 1),
                        Map.entry("broken_or_odd TRUNCATED", 2),
                        Map.entry("charset deidentified", 25),
                        Map.entry("charset without pixels", 3),
                        Map.entry("cr_dx deidentified", 11),
                        Map.entry("cr_dx without pixels", 1),
                        Map.entry("ct deidentified", 46),
                        Map.entry("ct without pixels", 2),
                        Map.entry("ct TRUNCATED", 1),
                        Map.entry("dicomdir without pixels", 2),
                        Map.entry("dicomdir deidentified", 1),
                        Map.entry("hostile deidentified", 2),
                        Map.entry("hostile without pixels", 1),
                        Map.entry("hostile TOO_DEEP", 1),
                        Map.entry("non_image deidentified", 1),
                        Map.entry("non_image without pixels", 23),
                        Map.entry("other_image deidentified", 145),
                        Map.entry("other_image without pixels", 2),
                        Map.entry("other_image TRUNCATED", 1)));
    }

    @Test
    void theCheckFindsNothing() {
        assertThat(LEAKS).allSatisfy((file, leaks) -> assertThat(leaks).isEmpty());
    }

    @Test
    void dcmtkReadsThemAll() throws IOException, InterruptedException {
        assumeInstalled("dcmdump", "dcmtk");
        for (Map.Entry<Path, DicomObject> entry : CLEANED.entrySet()) {
            Process process = new ProcessBuilder("dcmdump", "-q", written(entry.getValue()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(process.waitFor()).as(entry.getKey() + " " + complaints).isZero();
        }
    }

    @Test
    void dciodvfyFindsNoErrorThatTheOriginalDidNotHave() throws IOException {
        assumeInstalled("dciodvfy", "dicom3tools");
        Map<String, Set<String>> found = new TreeMap<>();
        for (Map.Entry<Path, DicomObject> entry : CLEANED.entrySet()) {
            Set<String> before = errors(entry.getKey().toString());
            boolean readToItsEnd = before.stream().noneMatch(error -> error.contains("Tags out of order"));
            Set<String> errors = errors(written(entry.getValue()));
            errors.removeAll(before);
            if (readToItsEnd && !errors.isEmpty()) {
                found.put(String.valueOf(entry.getKey().getFileName()), errors);
            }
        }

        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "fodicom__mr_brucker.dcm", // of an animal, whose owner the table removes and the module asks
                        // for
                        Set.of(
                                "Error - Missing attribute Type 2C Conditional Element=<ResponsiblePerson> Module=<Patient>",
                                "Error - Missing attribute Type 2C Conditional Element=<ResponsibleOrganization>"
                                        + " Module=<Patient>")));
    }

    private static void assumeInstalled(String program, String debianPackage) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        assumeThat(installed)
                .as("%s, of the Debian package %s, is installed", program, debianPackage)
                .isTrue();
    }

    private String written(DicomObject object) throws IOException {
        return Files.write(folder.resolve("cleaned.dcm"), Phi.bytes(object)).toString();
    }

    /** What it complains of, without the values. */
    private static Set<String> errors(String file) throws IOException {
        Process process =
                new ProcessBuilder("dciodvfy", file).redirectErrorStream(true).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            return lines.lines()
                    .filter(line -> line.startsWith("Error"))
                    .map(line -> line.replaceAll("<[0-9.]+>", "<>"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
