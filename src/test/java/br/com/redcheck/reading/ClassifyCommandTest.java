package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.CtSeries;
import br.com.redcheck.SharedData;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.model.FurtherNetworks;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Remark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line against what a reference in Python says of the same files (golden.json of each network). */
class ClassifyCommandTest {
    private static final Path PHI = Path.of("src/test/resources/phi");
    private static final List<String> NETWORKS = List.of("vgg16-cam-cxr", "vgg16-cam-ct");

    @TempDir
    Path folder;

    @Test
    void filmsAndSeriesComeOutAsTheReferenceSays() throws IOException {
        Run run = classify(
                "--json",
                PHI.resolve("dx/phi_12.dcm").toString(),
                PHI.resolve("ct_series_02.zip").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.exams()).hasSize(2).allSatisfy(ClassifyCommandTest::assertGolden);
        assertThat(run.exams().get(0).get("warning").isNull()).isTrue();
        assertThat(run.exams().get(1).get("warning").asString()).contains("AUC");
    }

    @Test
    void allFilesOfTheReferenceComeOutAsItSays() throws IOException {
        Path data = SharedData.folder().resolve("phi");
        Stream<Path> series = Stream.of("ct_series_01.zip", "ct_series_02.zip", "ct_series_03.zip")
                .map(data::resolve);

        Run run = classify(Stream.concat(
                        Stream.of("--json"),
                        Stream.concat(Stream.of(SharedData.films()), series).map(Path::toString))
                .toArray(String[]::new));

        assertThat(run.exams()).hasSize(21).allSatisfy(ClassifyCommandTest::assertGolden);
    }

    @Test
    void aFileThatIsNotReadIsToldAndTheOthersAreRead() throws IOException {
        Files.write(folder.resolve("a-film.dcm"), new byte[] {1, 2, 3});
        Files.copy(PHI.resolve("dx/phi_12.dcm"), folder.resolve("film.dcm"));

        Run run = classify("--json", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.exams()).hasSize(2);
        assertThat(run.exams().get(0).get("refused").asString()).contains("DICOM");
        assertThat(run.exams().get(0).get("suspected").isNull()).isTrue();
        assertThat(run.exams().get(1).get("suspected").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void whatComesBesideImagesIsSetAsideWithAReasonAndNotRefused() throws IOException {
        Path film = PHI.resolve("dx/phi_12.dcm");
        DicomObject report = DicomObject.read(Files.newInputStream(film), DicomLimits.defaults());
        report.dataSet().remove(Tag.PIXEL_DATA);
        report.dataSet().remove(Tag.ROWS);
        report.dataSet().putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.88.11"); // Basic Text SR
        try (OutputStream out = Files.newOutputStream(folder.resolve("a-report.dcm"))) {
            report.writeTo(out);
        }
        Files.copy(film, folder.resolve("film.dcm"));

        Run run = classify("--json", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.exams()).hasSize(2);
        assertThat(run.exams().get(0).get("aside").asString()).isNotEmpty();
        assertThat(run.exams().get(0).get("refused").isNull()).isTrue();
        assertThat(run.exams().get(1).get("aside").isNull()).isTrue();
    }

    @Test
    void aRunThatFindsNoImageSaysSo() throws IOException {
        Files.writeString(folder.resolve("autorun.inf"), "[autorun]");

        Run run = classify(folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains(new Messages().text(Messages.consoleLanguage(), "refusal.nothing-read"));
    }

    /** A page of the dose report among the slices, and a stretch of them missing. */
    @Test
    void whatIsAmissWithASeriesIsToldBesideItsResult() throws IOException {
        List<DicomObject> slices = CtSeries.slices();
        DicomObject page = CtSeries.slices().get(0);
        for (int tag : new int[] {Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, Tag.SLICE_LOCATION}) {
            page.dataSet().remove(tag);
        }
        page.dataSet().putString(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.1");
        slices.subList(20, 40).clear();
        slices.add(0, page);
        Path zip = Files.write(folder.resolve("series.zip"), CtSeries.zip(slices));

        JsonNode exam = classify("--json", zip.toString()).exams().get(0);

        assertThat(exam.get("remarks")
                        .valueStream()
                        .map(remark -> remark.get("code").asString()))
                .contains("remark.no-place", "remark.gap");
        assertThat(exam.get("slices")
                        .valueStream()
                        .map(slice -> slice.get("position_z").asDouble()))
                .hasSize(24)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(classify(zip.toString()).output())
                .contains(new Messages().text(Messages.consoleLanguage(), Remark.of("gap", 1, 42)));
    }

    /** As a CD holds them: slices, a localizer, their coronal reconstruction, a PET, and the film of the day before. */
    @Test
    void ofAllThatACdHoldsTheAxialSlicesAndTheFilmAreRead() throws IOException {
        List<DicomObject> images = new ArrayList<>(CtSeries.slices());
        DicomObject localizer = CtSeries.slices().get(30);
        localizer.dataSet().putString(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER");
        images.add(0, localizer);
        for (DicomObject coronal : CtSeries.slices().subList(0, 15)) {
            coronal.dataSet().putString(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2");
            coronal.dataSet().putString(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1", "0", "0", "0", "0", "-1");
            images.add(coronal);
        }
        DicomObject pet = CtSeries.slices().get(0);
        pet.dataSet().putString(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.3");
        pet.dataSet().putString(Tag.MODALITY, Vr.CS, "PT");
        images.add(pet);
        images.add(DicomObject.read(Files.newInputStream(PHI.resolve("dx/phi_12.dcm")), DicomLimits.defaults()));
        Path zip = Files.write(folder.resolve("ct_series_02.zip"), CtSeries.zip(images));

        Run run = classify("--json", zip.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        Messages messages = new Messages();
        String notAxial = messages.text(Messages.consoleLanguage(), "refusal.not-for-this-network.not-axial", "CT");
        assertThat(run.exams().stream().map(exam -> exam.get("refused").asString("")))
                .containsOnlyOnce(notAxial)
                .filteredOn(String::isEmpty)
                .hasSize(2);
        JsonNode series = run.exams().stream()
                .filter(exam -> exam.get("slices").isArray())
                .findFirst()
                .orElseThrow();
        assertGolden(series);
        assertThat(series.get("remarks")
                        .valueStream()
                        .map(remark -> remark.get("code").asString()))
                .allMatch(code -> code.startsWith("remark.cut-"));
    }

    @Test
    void aNetworkForAnotherModalityRefuses() {
        Run run =
                classify("--model", "vgg16-cam-ct", PHI.resolve("dx/phi_12.dcm").toString());

        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void severalNetworksSpeakOneAfterTheOther() throws IOException {
        FurtherNetworks.copy(folder, "other-cxr", "1.0.0");

        Run run = classify(
                "--json",
                "--models",
                folder.toString(),
                "--model",
                "vgg16-cam-cxr",
                "--model",
                "other-cxr@1.0.0",
                "--model",
                "vgg16-cam-ct",
                PHI.resolve("dx/phi_12.dcm").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.exams())
                .extracting(exam -> exam.get("model").asString())
                .containsExactly("vgg16-cam-cxr", "other-cxr", "vgg16-cam-ct");
        assertThat(run.exams().get(1).get("unlikeness").asDouble()).isBetween(0.1, 1.0);
        assertThat(run.exams().get(1).get("unlike").asBoolean()).isFalse();
        assertThat(run.exams().get(2).get("refused").asString()).contains("CT");
    }

    @Test
    void anOverlayIsAPictureOfTheFilmsSize() throws IOException {
        Run run = classify(PHI.resolve("dx/phi_12.dcm").toString(), "--overlay", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("phi_12.dcm").contains("vgg16-cam-cxr 0.1.0");
        var picture = ImageIO.read(folder.resolve("phi_12.png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(100);
    }

    private static void assertGolden(JsonNode exam) throws IOException {
        JsonNode expected =
                golden(Path.of(exam.get("path").asString()).getFileName().toString());
        assertThat(exam.get("suspected").asDouble())
                .isCloseTo(expected.get("suspected").asDouble(), within(0.002));
        JsonNode map = expected.has("cam") ? expected.get("cam") : expected.get("cam_first_slice");
        assertThat(correlation(numbers(exam.get("cam")), numbers(map))).isGreaterThanOrEqualTo(0.999);
        if (expected.has("slices")) {
            assertThat(uids(exam)).isEqualTo(uids(expected));
        }
    }

    private static List<String> uids(JsonNode exam) {
        return StreamSupport.stream(exam.get("slices").spliterator(), false)
                .map(slice -> slice.get("sop_instance_uid").asString())
                .toList();
    }

    private static JsonNode golden(String file) throws IOException {
        for (String network : NETWORKS) {
            JsonNode files = new JsonMapper()
                    .readTree(Files.readString(Path.of("models", network, "0.1.0", "golden.json")))
                    .get("files");
            for (String path : files.propertyNames()) {
                if (path.endsWith("/" + file)) {
                    return files.get(path);
                }
            }
        }
        throw new AssertionError("no reference for " + file);
    }

    private static double[] numbers(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Pearson's. */
    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElseThrow();
        double meanOther = Arrays.stream(other).average().orElseThrow();
        double together = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            together += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += Math.pow(one[i] - meanOne, 2);
            squaresOther += Math.pow(other[i] - meanOther, 2);
        }
        return together / Math.sqrt(squaresOne * squaresOther);
    }

    private static Run classify(String... arguments) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new ClassifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
        return new Run(exitCode, out.toString());
    }

    private record Run(int exitCode, String output) {
        List<JsonNode> exams() {
            JsonMapper json = new JsonMapper();
            return Stream.of(output.split("\n"))
                    .filter(line -> line.startsWith("{"))
                    .map(json::readTree)
                    .toList();
        }
    }
}
