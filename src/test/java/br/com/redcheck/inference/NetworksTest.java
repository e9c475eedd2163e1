package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.SharedData;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.platform.Remark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way from a file to a probability and a map, against what a reference in Python gives. */
class NetworksTest {
    private static final double PROBABILITY_TOLERANCE = 0.002;
    private static final double LEAST_CORRELATION = 0.999;
    private static final ModelCatalog CATALOG = new ModelCatalog();
    private static final Networks NETWORKS = new Networks(CATALOG, InferenceSettings.defaults());

    @AfterAll
    static void stop() {
        NETWORKS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_12.dcm"})
    void aFilmIsReadAsTheReferenceReadsIt(String file) throws IOException {
        compareFilm(
                Path.of("src/test/resources/phi/dx", file),
                golden("vgg16-cam-cxr").path("data/phi/dx/" + file));
    }

    static Stream<String> films() {
        return golden("vgg16-cam-cxr").propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("films")
    void everyFilmIsReadAsTheReferenceReadsIt(String file) throws IOException {
        Path film = SharedData.folder().resolve(file.substring("data/".length()));
        compareFilm(film, golden("vgg16-cam-cxr").path(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct_series_01.zip", "ct_series_02.zip", "ct_series_03.zip"})
    void everySliceOfASeriesIsReadAsTheReferenceReadsIt(String series) throws IOException {
        List<DicomObject> slices = unzip(SharedData.folder().resolve("phi").resolve(series));
        JsonNode expected = golden("vgg16-cam-ct").path("data/phi/" + series);

        Verdict verdict = NETWORKS.read(
                CATALOG.named("vgg16-cam-ct"),
                slices.stream().map(NetworksTest::image).toList());

        assertThat(verdict.suspected())
                .isCloseTo(expected.path("suspected").doubleValue(), within(PROBABILITY_TOLERANCE));
        assertThat(verdict.images()).hasSameSizeAs(expected.path("slices"));
        for (int i = 0; i < verdict.images().size(); i++) {
            ImageResult slice = verdict.images().get(i);
            JsonNode reference = expected.path("slices").get(i);
            assertThat(slices.get(slice.index()).dataSet().string(Tag.SOP_INSTANCE_UID))
                    .contains(reference.path("sop_instance_uid").stringValue());
            assertThat(slice.probabilities().get(1))
                    .isCloseTo(reference.path("suspected").doubleValue(), within(PROBABILITY_TOLERANCE));
        }
        assertThat(correlation(verdict.images().get(0).cam().orElseThrow(), expected.path("cam_first_slice")))
                .isGreaterThanOrEqualTo(LEAST_CORRELATION);
    }

    @Test
    void aVerdictNamesTheNetworkAndItsLabel() throws IOException {
        ModelCard card = CATALOG.named("vgg16-cam-cxr");

        Verdict verdict = NETWORKS.read(card, List.of(image(film("phi_06.dcm"))));

        assertThat(verdict.card()).isEqualTo(card);
        assertThat(verdict.label()).isEqualTo(verdict.suspected() >= 0.345 ? "suspected" : "not suspected");
    }

    @Test
    void whatIsKnownOfASeriesIsNotReadAgain() throws IOException {
        ModelCard card = CATALOG.named("vgg16-cam-cxr");
        List<ReadableImage> films = List.of(image(film("phi_06.dcm")), image(film("phi_12.dcm")));
        List<ImageResult> told = new ArrayList<>();
        Verdict whole = NETWORKS.read(card, films, Map.of(), told::addAll);
        assertThat(told).isEqualTo(whole.images());
        ReadableImage closed = new ReadableImage(films.get(0).facts(), () -> {
            throw new AssertionError("was read already");
        });

        told.clear();
        Verdict goneOn = NETWORKS.read(
                card, List.of(closed, films.get(1)), Map.of(0, whole.images().get(0)), told::addAll);

        assertThat(told).extracting(ImageResult::index).containsExactly(1);
        assertThat(goneOn.suspected()).isEqualTo(whole.suspected());
        assertThat(goneOn.images()).extracting(ImageResult::index).containsExactly(0, 1);
    }

    /** All values alike, or all but a few specks, as a broken header or an empty cassette leaves them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void aPictureWithoutContrastIsGivenNoClass(int specks) throws IOException {
        float[] values = new float[256 * 256];
        Arrays.fill(values, 0, specks, 4000);
        GrayFrame frame = new GrayFrame(256, 256, values, new BitSet(), false);
        ImageFacts facts = ImageFacts.of(film("phi_12.dcm").dataSet());
        ModelCard card = CATALOG.named("vgg16-cam-cxr");

        assertThatExceptionOfType(NotForThisNetwork.class)
                .isThrownBy(() -> NETWORKS.read(card, List.of(new ReadableImage(facts, () -> frame))))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_CONTRAST));
    }

    /** Mirrored, the one film has another class; the other keeps its own however it is held. */
    @Test
    void aClassThatHangsOnHowAFilmIsHeldDoesNotStand() throws IOException {
        ModelCard card = CATALOG.named("vgg16-cam-cxr");

        Verdict hanging = NETWORKS.read(card, List.of(image(film("phi_12.dcm"))));
        Verdict standing = NETWORKS.read(card, List.of(image(film("phi_15.dcm"))));

        assertThat(hanging.unstable()).isTrue();
        assertThat(hanging.remarks()).extracting(Remark::key).contains("remark.unstable");
        assertThat(standing.unstable()).isFalse();
        assertThat(standing.remarks()).isEmpty();
    }

    @Test
    void aFilmIsLikeTheTrainingAndNoiseIsNot() throws IOException {
        ModelCard card = CATALOG.named("vgg16-cam-cxr");
        Random random = new Random(7);
        float[] noise = new float[256 * 256];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat();
        }
        GrayFrame frame = new GrayFrame(256, 256, noise, new BitSet(), false);
        DicomObject film = film("phi_12.dcm");

        Verdict like = NETWORKS.read(card, List.of(image(film)));
        Verdict unlike = NETWORKS.read(card, List.of(new ReadableImage(ImageFacts.of(film.dataSet()), () -> frame)));

        assertThat(like.unlikeness().orElseThrow()).isBetween(0.1, 1.0);
        assertThat(unlike.unlikeness().orElseThrow()).isGreaterThan(1);
        assertThat(like.images().get(0).unlikeness()).isEqualTo(like.unlikeness());
    }

    private static void compareFilm(Path file, JsonNode expected) throws IOException {
        DicomObject film = read(Files.readAllBytes(file));
        Verdict verdict = NETWORKS.read(CATALOG.named("vgg16-cam-cxr"), List.of(image(film)));

        assertThat(verdict.suspected())
                .isCloseTo(expected.path("suspected").doubleValue(), within(PROBABILITY_TOLERANCE));
        assertThat(correlation(verdict.images().get(0).cam().orElseThrow(), expected.path("cam")))
                .isGreaterThanOrEqualTo(LEAST_CORRELATION);
    }

    private static double correlation(Cam cam, JsonNode expected) {
        double n = 0;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = 0; y < expected.size(); y++) {
            for (int x = 0; x < expected.get(y).size(); x++) {
                double ours = cam.rows()[y][x];
                double theirs = expected.get(y).get(x).doubleValue();
                n++;
                a += ours;
                b += theirs;
                aa += ours * ours;
                bb += theirs * theirs;
                ab += ours * theirs;
            }
        }
        return (n * ab - a * b) / Math.sqrt((n * aa - a * a) * (n * bb - b * b));
    }

    private static ReadableImage image(DicomObject object) {
        return new ReadableImage(ImageFacts.of(object.dataSet()), () -> gray(object));
    }

    private static GrayFrame gray(DicomObject object) {
        return PixelData.of(object, DicomLimits.defaults()).gray(0);
    }

    private static DicomObject film(String name) throws IOException {
        return read(Files.readAllBytes(Path.of("src/test/resources/phi/dx", name)));
    }

    private static DicomObject read(byte[] file) throws IOException {
        return DicomObject.read(new ByteArrayInputStream(file), DicomLimits.defaults());
    }

    private static List<DicomObject> unzip(Path zip) throws IOException {
        List<DicomObject> objects = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    objects.add(read(in.readAllBytes()));
                }
            }
        }
        return objects;
    }

    private static JsonNode golden(String model) {
        String path = "/models/" + model + "/0.1.0/golden.json";
        try (InputStream json = NetworksTest.class.getResourceAsStream(path)) {
            return new JsonMapper().readTree(json).path("files");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
