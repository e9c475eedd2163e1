package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.Element;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cards exclude is refused by name, whatever the pixels are. */
class AcceptanceTest {
    private static final ModelCatalog CATALOG = new ModelCatalog();
    private final ModelCard film = CATALOG.named("vgg16-cam-cxr");
    private final ModelCard slices = CATALOG.named("vgg16-cam-ct");

    @Test
    void aHeaderThatSaysLittleIsNotHeldAgainstTheImage() {
        assertThat(Acceptance.objection(film, facts("DX"))).isEmpty();
        assertThat(Acceptance.objection(slices, facts("CT"))).isEmpty();
    }

    @Test
    void aFilmFromTheSideIsRefused() {
        assertThat(reason(film, facts("DX", Tag.VIEW_POSITION, Vr.CS, "LL"))).isEqualTo(Reason.LATERAL);
        assertThat(reason(film, facts("CR", Tag.VIEW_POSITION, Vr.CS, "LATERAL")))
                .isEqualTo(Reason.LATERAL);
        assertThat(reason(film, facts("DX", Tag.PATIENT_ORIENTATION, Vr.CS, "A", "F")))
                .isEqualTo(Reason.LATERAL);
        assertThat(Acceptance.objection(film, facts("DX", Tag.VIEW_POSITION, Vr.CS, "PA")))
                .isEmpty();
        assertThat(Acceptance.objection(film, facts("DX", Tag.PATIENT_ORIENTATION, Vr.CS, "L", "F")))
                .isEmpty();
    }

    @Test
    void anotherPartOfTheBodyIsRefused() {
        assertThat(reason(film, facts("DX", Tag.BODY_PART_EXAMINED, Vr.CS, "HAND")))
                .isEqualTo(Reason.BODY_PART);
        assertThat(reason(slices, facts("CT", Tag.BODY_PART_EXAMINED, Vr.CS, "ABDOMENPELVIS")))
                .isEqualTo(Reason.ABDOMEN);
        assertThat(Acceptance.objection(slices, facts("CT", Tag.BODY_PART_EXAMINED, Vr.CS, "CHESTABDPELVIS")))
                .isEmpty();
        assertThat(Acceptance.objection(slices, facts("CT", Tag.BODY_PART_EXAMINED, Vr.CS, "PORT CHEST")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"THX", "TRUNK", "WHOLEBODY", "HEART", "TORAX/ABDOME", "Pulmão"})
    void partsThatHoldTheLungsAreRead(String part) {
        assertThat(Acceptance.objection(film, facts("DX", Tag.BODY_PART_EXAMINED, Vr.CS, part)))
                .isEmpty();
    }

    /** A device may put PA into every film; somebody chose these words for this one. */
    @ParameterizedTest
    @CsvSource({
        "LATERAL, LATERAL",
        "Tórax perfil, LATERAL",
        "CHEST LAT, LATERAL",
        "DECUBITO LATERAL, TURNED",
        "AP LEFT LATERAL DECUBITUS, TURNED",
        "OBLIQUA D, OBLIQUE",
        "ABDOMEN AP, ABDOMEN",
        "BABYGRAM, BODY_PART"
    })
    void whatADescriptionSaysAgainstAFilmCounts(String description, Reason reason) {
        DataSet header = frontal();
        header.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        header.putString(Tag.SERIES_DESCRIPTION, Vr.LO, description);

        assertThat(reason(film, ImageFacts.of(header))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TORAX PA E PERFIL",
                "CHEST PA/LAT",
                "TORAX AP LEITO",
                "TORAX E ABDOME",
                "DECUBITO DORSAL",
                "COLLATERAL"
            })
    void whatMeansOtherFilmsOrNothingIsNotHeldAgainstAFilm(String description) {
        DataSet header = frontal();
        header.putString(Tag.SERIES_DESCRIPTION, Vr.LO, description);

        assertThat(Acceptance.objection(film, ImageFacts.of(header))).isEmpty();
    }

    @Test
    void theCodeOfAViewCounts() {
        DataSet code = new DataSet();
        code.putString(Tag.CODE_MEANING, Vr.LO, "left lateral");
        DataSet header = new DataSet();
        header.putString(Tag.MODALITY, Vr.CS, "DX");
        header.put(Element.sequence(Tag.VIEW_CODE_SEQUENCE, List.of(code)));

        assertThat(reason(film, ImageFacts.of(header))).isEqualTo(Reason.LATERAL);
        code.putString(Tag.CODE_MEANING, Vr.LO, "postero-anterior");
        assertThat(Acceptance.objection(film, ImageFacts.of(header))).isEmpty();
    }

    @Test
    void rawDataOfADetectorAreRefused() {
        assertThat(reason(film, facts("DX", Tag.PRESENTATION_INTENT_TYPE, Vr.CS, "FOR PROCESSING")))
                .isEqualTo(Reason.FOR_PROCESSING);
        assertThat(reason(film, facts("DX", Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.1.1.1")))
                .isEqualTo(Reason.FOR_PROCESSING);
        assertThat(Acceptance.objection(film, facts("DX", Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.1.1")))
                .isEmpty();
    }

    private static DataSet frontal() {
        DataSet header = new DataSet();
        header.putString(Tag.MODALITY, Vr.CS, "DX");
        header.putString(Tag.VIEW_POSITION, Vr.CS, "PA");
        return header;
    }

    @Test
    void anotherModalityIsRefused() {
        assertThat(reason(slices, facts("MR"))).isEqualTo(Reason.MODALITY);
    }

    @Test
    void aPictureInColourIsRefused() {
        assertThat(reason(film, facts("DX", Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")))
                .isEqualTo(Reason.COLOUR);
        DataSet samples = new DataSet();
        samples.putString(Tag.MODALITY, Vr.CS, "DX");
        samples.putShorts(Tag.SAMPLES_PER_PIXEL, Vr.US, 3);
        assertThat(reason(film, ImageFacts.of(samples))).isEqualTo(Reason.COLOUR);
    }

    @Test
    void aFilmAtAnAngleIsRefused() {
        assertThat(reason(film, facts("DX", Tag.VIEW_POSITION, Vr.CS, "RAO"))).isEqualTo(Reason.OBLIQUE);
        assertThat(reason(film, facts("CR", Tag.VIEW_POSITION, Vr.CS, "OBLIQUE")))
                .isEqualTo(Reason.OBLIQUE);
    }

    @Test
    void aFilmThatLiesOnItsSideOrStandsOnItsHeadIsRefused() {
        assertThat(reason(film, facts("DX", Tag.PATIENT_ORIENTATION, Vr.CS, "F", "R")))
                .isEqualTo(Reason.TURNED);
        assertThat(reason(film, facts("DX", Tag.PATIENT_ORIENTATION, Vr.CS, "R", "H")))
                .isEqualTo(Reason.TURNED);
    }

    @Test
    void aSeriesWithoutEnoughSlicesForTheLungsIsRefused() {
        try (Networks networks = new Networks(CATALOG, InferenceSettings.defaults())) {
            assertThatExceptionOfType(NotForThisNetwork.class)
                    .isThrownBy(() -> networks.choose(slices, Collections.nCopies(11, facts("CT"))))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_FEW_SLICES))
                    .satisfies(refused -> assertThat(refused.arguments()).containsExactly(11, 12));
            assertThat(networks.choose(slices, Collections.nCopies(12, facts("CT", Tag.INSTANCE_NUMBER, Vr.IS, "1")))
                            .places())
                    .hasSize(12);
        }
    }

    @Test
    void aSliceThatDoesNotLieAcrossTheBodyIsRefused() {
        String[] coronal = {"1", "0", "0", "0", "0", "-1"};
        String[] tilted = {"1", "0", "0", "0", "0.9063", "-0.4226"};
        assertThat(reason(slices, facts("CT", Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, coronal)))
                .isEqualTo(Reason.NOT_AXIAL);
        assertThat(Acceptance.objection(slices, facts("CT", Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, tilted)))
                .isEmpty();
        assertThat(reason(slices, facts("CT", Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER")))
                .isEqualTo(Reason.LOCALIZER);
    }

    @Test
    void anExamOfExcludedImagesIsRefusedForTheFirstOnesReason() {
        try (Networks networks = new Networks(CATALOG, InferenceSettings.defaults())) {
            ReadableImage lateral = new ReadableImage(facts("DX", Tag.VIEW_POSITION, Vr.CS, "RL"), () -> {
                throw new AssertionError("its pixels are not asked for");
            });

            assertThatExceptionOfType(NotForThisNetwork.class)
                    .isThrownBy(() -> networks.read(film, List.of(lateral)))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.LATERAL));
            assertThatExceptionOfType(NotForThisNetwork.class)
                    .isThrownBy(() -> networks.read(film, List.of()))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOTHING));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"003M", "010D", "005Y", "017Y"})
    void aChildIsRefused(String age) {
        assertThat(reason(film, facts("DX", Tag.PATIENT_AGE, Vr.AS, age))).isEqualTo(Reason.TOO_YOUNG);
        assertThat(reason(slices, facts("CT", Tag.PATIENT_AGE, Vr.AS, age))).isEqualTo(Reason.TOO_YOUNG);
    }

    @Test
    void anAdultIsReadAndSoIsWhoseAgeNobodySays() {
        assertThat(Acceptance.objection(film, facts("DX", Tag.PATIENT_AGE, Vr.AS, "018Y")))
                .isEmpty();
        assertThat(Acceptance.objection(film, facts("DX", Tag.PATIENT_AGE, Vr.AS, "unknown")))
                .isEmpty();
    }

    @Test
    void aBirthDateTellsTheAgeToo() {
        DataSet header = frontal();
        header.putString(Tag.STUDY_DATE, Vr.DA, "20230611");
        header.putString(Tag.PATIENT_BIRTH_DATE, Vr.DA, "20050612");
        assertThat(reason(film, ImageFacts.of(header))).isEqualTo(Reason.TOO_YOUNG);

        header.putString(Tag.PATIENT_BIRTH_DATE, Vr.DA, "20050611");
        assertThat(Acceptance.objection(film, ImageFacts.of(header))).isEmpty();
    }

    @Test
    void theRefusalOfAChildSaysFromWhichAgeOn() {
        NotForThisNetwork refusal = Acceptance.objection(film, facts("DX", Tag.PATIENT_AGE, Vr.AS, "005Y"))
                .orElseThrow();

        assertThat(refusal.arguments()).containsExactly(18);
    }

    private static Reason reason(ModelCard card, ImageFacts facts) {
        return Acceptance.objection(card, facts).orElseThrow().reason();
    }

    private static ImageFacts facts(String modality) {
        DataSet header = new DataSet();
        header.putString(Tag.MODALITY, Vr.CS, modality);
        return ImageFacts.of(header);
    }

    private static ImageFacts facts(String modality, int tag, Vr vr, String... values) {
        DataSet header = new DataSet();
        header.putString(Tag.MODALITY, Vr.CS, modality);
        header.putString(tag, vr, values);
        return ImageFacts.of(header);
    }
}
