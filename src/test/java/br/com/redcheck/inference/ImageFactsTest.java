package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.Element;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.UnreadablePixels;
import br.com.redcheck.dicom.Vr;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageFactsTest {
    @Test
    void framesOfAnEnhancedObjectHavePlacesOfTheirOwnAndShareTheirOrientation() {
        DataSet header = new DataSet();
        header.putString(Tag.MODALITY, Vr.CS, "CT");
        header.put(Element.sequence(
                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                List.of(group(
                        Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "1", "0"))));
        header.put(Element.sequence(
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                List.of(
                        group(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT, "1", "2", "-30.5"),
                        group(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT, "1", "2", "-25.5"))));

        assertThat(ImageFacts.of(header, 0).positionZ()).hasValue(-30.5);
        assertThat(ImageFacts.of(header, 1).positionZ()).hasValue(-25.5);
        assertThat(ImageFacts.of(header, 1).orientation()).containsExactly(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);
    }

    @Test
    void theCommaOfALanguageIsUnderstood() {
        DataSet header = new DataSet();
        header.putString(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "1,5", "2", "-30,25");

        assertThat(ImageFacts.of(header).positionZ()).hasValue(-30.25);
    }

    /** No slice may be put where it does not lie. */
    @Test
    void aPlaceThatIsNotUnderstoodIsRefusedByName() {
        for (String[] position : new String[][] {{"1", "2", "abc"}, {"1", "2"}, {"1", "2", "nan"}}) {
            DataSet header = new DataSet();
            header.putString(Tag.IMAGE_POSITION_PATIENT, Vr.DS, position);

            assertThatExceptionOfType(UnreadablePixels.class)
                    .isThrownBy(() -> ImageFacts.of(header))
                    .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("ImagePositionPatient"));
        }
    }

    private static DataSet group(int macro, int attribute, String... values) {
        DataSet item = new DataSet();
        item.putString(attribute, Vr.DS, values);
        DataSet group = new DataSet();
        group.put(Element.sequence(macro, List.of(item)));
        return group;
    }
}
