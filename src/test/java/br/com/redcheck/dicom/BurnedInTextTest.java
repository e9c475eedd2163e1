package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** How well text is covered, {@link PlantedIdentityTest} asks. */
class BurnedInTextTest {
    @Test
    void whatTheHeaderSaysOfBurnedInTextIsNotAsked() throws IOException {
        DicomObject object = Phi.object("phi_11.dcm");
        List<Mask> found = find(object);
        for (String word : List.of("YES", "NO")) {
            object.dataSet().putString(Tag.BURNED_IN_ANNOTATION, Vr.CS, word);

            assertThat(find(object)).isEqualTo(found).isNotEmpty();
        }
    }

    @Test
    void noTableOfTheHeaderHidesText() throws IOException {
        DicomObject object = Phi.object("phi_11.dcm");
        List<Mask> found = find(object);
        object.dataSet().putString(Tag.RESCALE_SLOPE, Vr.DS, "0");
        object.dataSet().putShorts(Tag.PIXEL_PADDING_VALUE, Vr.US, 235);

        assertThat(find(object)).isEqualTo(found).isNotEmpty();
    }

    @Test
    void slicesWithoutTextAreLeftAlone() throws IOException {
        try (ZipFile zip = new ZipFile(Phi.FOLDER.resolve("ct_series_02.zip").toFile())) {
            for (ZipEntry slice : zip.stream().toList()) {
                DicomObject object = DicomObject.read(zip.getInputStream(slice), DicomLimits.defaults());

                assertThat(find(object)).as(slice.getName()).isEmpty();
            }
        }
    }

    private static List<Mask> find(DicomObject object) {
        return BurnedInText.find(PixelData.of(object, DicomLimits.defaults()));
    }
}
