package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line from files to files, with a report of one line each. */
class DeidentifyCommandTest {
    private static final Path SERIES = Phi.FOLDER.resolve("ct_series_02.zip");
    private static final Path LABELLED_FILM = Phi.FOLDER.resolve("dx/phi_06.dcm");

    @TempDir
    Path work;

    private Path key;
    private Path out;

    @BeforeEach
    void makeKey() throws IOException {
        key = Files.writeString(work.resolve("key"), "thirty-two bytes for tests only.");
        out = work.resolve("out");
    }

    @Test
    void aSeriesInAZipBecomesAFolderOfItsOwn() throws IOException {
        Run run = deidentify(SERIES.toString(), "--key", key.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(60).allSatisfy(line -> {
            assertThat(line.get("status").asString()).isEqualTo("deidentified");
            assertThat(line.get("input").asString()).startsWith(SERIES + "!");
            assertThat(line.get("reason").isNull()).isTrue();
            assertThat(line.get("actions").get("X").asInt()).isPositive();
            assertThat(out.resolve(line.get("output").asString())).isRegularFile();
        });
        assertThat(files())
                .hasSize(60)
                .allSatisfy(file -> assertThat(Phi.object(file).dataSet().string(Tag.PATIENT_IDENTITY_REMOVED))
                        .contains("YES"));
        assertThat(files().stream().map(Path::getParent).distinct()).hasSize(1);
    }

    @Test
    void theSameKeyGivesTheSameFilesAndAnotherOthers() throws IOException {
        deidentify(LABELLED_FILM.toString(), "--key", key.toString());
        List<Path> first = files();
        deidentify(LABELLED_FILM.toString(), "--key", key.toString());
        assertThat(files()).isEqualTo(first);

        deidentify(LABELLED_FILM.toString());
        assertThat(files()).hasSize(2 * first.size());
    }

    @Test
    void textInThePixelsIsCoveredAndTheReportSaysWhere() throws IOException {
        Run run = deidentify(LABELLED_FILM.toString());

        JsonNode masks = run.lines().get(0).get("masks");
        assertThat(masks.size()).isPositive();
        assertThat(masks.get(0).propertyNames()).containsExactly("frame", "x", "y", "width", "height");
    }

    @Test
    void whatIsRefusedOrSetAsideIsToldAndTheRestGoesOn() throws IOException {
        Path folder = Files.createDirectory(work.resolve("cd"));
        Files.writeString(folder.resolve("notes.txt"), "no image at all");
        Files.writeString(folder.resolve("DICOMDIR"), "a directory");
        DicomObject film = Phi.object("phi_01.dcm");
        film.dataSet().remove(Tag.PIXEL_DATA);
        Files.write(folder.resolve("film-without-pixels.dcm"), Phi.bytes(film));
        film.dataSet().remove(Tag.ROWS);
        film.dataSet().putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.88.11"); // Basic Text SR
        Files.write(folder.resolve("report.dcm"), Phi.bytes(film));
        Files.copy(Phi.FOLDER.resolve("dx/phi_01.dcm"), folder.resolve("film.dcm"));
        Path lines = work.resolve("report.jsonl");

        Run run = deidentify(folder.toString(), "--report", lines.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).isEmpty();
        assertThat(Files.readAllLines(lines).stream().map(DeidentifyCommandTest::parse))
                .extracting(
                        line -> Path.of(line.get("input").asString())
                                .getFileName()
                                .toString(),
                        line -> line.get("status").asString(),
                        line -> line.get("output").isNull(),
                        line -> line.get("reason").isNull())
                .containsExactlyInAnyOrder(
                        tuple("notes.txt", "aside", true, false),
                        tuple("DICOMDIR", "aside", true, false),
                        tuple("report.dcm", "aside", true, false),
                        tuple("film-without-pixels.dcm", "refused", true, false),
                        tuple("film.dcm", "deidentified", false, true));
    }

    @Test
    void aRunThatFindsNoImageSaysSo() throws IOException {
        Path folder = Files.createDirectory(work.resolve("cd"));
        Files.writeString(folder.resolve("notes.txt"), "no image at all");

        Run run = deidentify(folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaint()).isNotBlank();
    }

    @Test
    void anImageInWhichANameIsLeftIsNotWritten() throws IOException {
        DicomObject film = Phi.object("phi_14.dcm");
        byte[] name = film.dataSet().string(Tag.PATIENT_NAME).orElseThrow().getBytes(StandardCharsets.ISO_8859_1);
        byte[] pixels = film.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value();
        System.arraycopy(name, 0, pixels, pixels.length / 2 + 300, name.length);
        Path file = Files.write(work.resolve("film.dcm"), Phi.bytes(film));

        Run run = deidentify(file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.lines()).singleElement().satisfies(line -> {
            assertThat(line.get("status").asString()).isEqualTo("refused");
            assertThat(line.get("reason").asString()).doesNotContain(new String(name, StandardCharsets.ISO_8859_1));
        });
        assertThat(files()).isEmpty();
    }

    @Test
    void aKeyThatCouldBeTriedOutIsRefused() throws IOException {
        Files.writeString(key, "short");

        assertThat(deidentify(LABELLED_FILM.toString(), "--key", key.toString()).exitCode())
                .isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private record Run(int exitCode, List<JsonNode> lines, String complaint) {}

    private Run deidentify(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", out.toString()));
        StringWriter said = new StringWriter();
        StringWriter complaint = new StringWriter();
        int exitCode = new CommandLine(new DeidentifyCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complaint))
                .execute(all.toArray(String[]::new));
        return new Run(
                exitCode,
                said.toString().lines().map(DeidentifyCommandTest::parse).toList(),
                complaint.toString());
    }

    private static JsonNode parse(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
