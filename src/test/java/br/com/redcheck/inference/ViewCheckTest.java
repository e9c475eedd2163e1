package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.inference.ViewCheck.Seen;
import br.com.redcheck.inference.ViewCheck.Sign;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewCheckTest {
    private static final ViewCheck CHECK = ViewCheck.trained();
    private static final int SIDE = ViewFeatures.SIDE;

    static Stream<Path> films() throws IOException {
        return Stream.of(SharedData.films());
    }

    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_12.dcm"})
    void aFrontalFilmShowsNothingAmiss(String name) throws IOException {
        assertThat(CHECK.look(film(Path.of("src/test/resources/phi/dx", name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("films")
    void noFrontalFilmIsRefused(Path film) throws IOException {
        assertThat(CHECK.look(film(film)).flatMap(Seen::objection)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_12.dcm"})
    void aNegativeIsRefused(String name) throws IOException {
        GrayFrame film = film(Path.of("src/test/resources/phi/dx", name));
        GrayFrame negative =
                new GrayFrame(film.rows(), film.columns(), film.values(), film.padding(), !film.inverted());

        assertThat(reason(CHECK.look(negative))).isEqualTo(Reason.LOOKS_NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_12.dcm"})
    void aFilmOnItsHeadOrItsSideIsRefused(String name) throws IOException {
        float[] picture = ViewFeatures.picture(film(Path.of("src/test/resources/phi/dx", name)));

        for (int degrees : new int[] {90, 180, 270}) {
            float[] turned = Motion.turned(degrees).of(picture, SIDE, SIDE, 1);
            assertThat(reason(CHECK.seen(ViewFeatures.of(turned)))).isEqualTo(Reason.LOOKS_TURNED);
        }
    }

    /** What is refused or told must be the picture's fault, never a matter of two degrees. */
    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_12.dcm"})
    void aFilmThatIsHeldALittleOtherwiseIsStillAFrontalOne(String name) throws IOException {
        float[] picture = ViewFeatures.picture(film(Path.of("src/test/resources/phi/dx", name)));

        for (Motion motion : new Motion[] {Motion.turned(2), Motion.turned(-2), Motion.cropped(0.03)}) {
            float[] features = ViewFeatures.of(motion.of(picture, SIDE, SIDE, 1));
            assertThat(CHECK.seen(features).flatMap(Seen::objection)).isEmpty();
        }
    }

    /** A heart may be on the right: it is told, never refused. Not all are seen. */
    @Test
    void mostMirroredFilmsAreToldAndAllAreRead() throws IOException {
        List<Seen> told = new ArrayList<>();
        for (String name : List.of("01", "06", "11", "12", "14", "15")) {
            float[] picture = ViewFeatures.picture(film(Path.of("src/test/resources/phi/dx/phi_" + name + ".dcm")));
            CHECK.seen(ViewFeatures.of(Motion.mirror().of(picture, SIDE, SIDE, 1)))
                    .ifPresent(told::add);
        }

        assertThat(told).hasSizeGreaterThanOrEqualTo(3).allSatisfy(seen -> {
            assertThat(seen.sign()).isEqualTo(Sign.MIRRORED);
            assertThat(seen.objection()).isEmpty();
            assertThat(seen.remark().key()).isEqualTo("remark.view-mirrored");
        });
    }

    @Test
    void lateralFilmsAreSeen() throws IOException {
        int all = 0;
        int seen = 0;
        try (ZipFile zip =
                new ZipFile(SharedData.folder().resolve("cxr/aux-lateral.zip").toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".jpg")) {
                    all++;
                    seen += CHECK.look(jpeg(zip.getInputStream(entry)))
                                    .filter(one -> one.sign() == Sign.LATERAL)
                                    .isPresent()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * all));
    }

    private static Reason reason(Optional<Seen> seen) {
        return seen.flatMap(Seen::objection).orElseThrow().reason();
    }

    private static GrayFrame jpeg(InputStream in) throws IOException {
        BufferedImage image = ImageIO.read(in);
        float[] values = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (float[]) null);
        return new GrayFrame(image.getHeight(), image.getWidth(), values, new BitSet(), false);
    }

    private static GrayFrame film(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PixelData.of(DicomObject.read(in, DicomLimits.defaults()), DicomLimits.defaults())
                    .gray(0);
        }
    }
}
