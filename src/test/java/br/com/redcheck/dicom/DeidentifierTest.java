package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeidentifierTest {
    private static final byte[] KEY = "a key for tests only".getBytes(StandardCharsets.UTF_8);
    private static final String OLD_STUDY = "1.2.826.0.1.3680043.10.99999.1";
    private static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;

    private final Deidentifier deidentifier = new Deidentifier(KEY, DeidentificationOption.ALL);

    @Test
    void pixelsAreTheSameBytes() throws IOException {
        DicomObject original = Phi.object("phi_01.dcm");

        assertThat(cleaned(original).dataSet().element(Tag.PIXEL_DATA))
                .isEqualTo(original.dataSet().element(Tag.PIXEL_DATA));
    }

    @Test
    void theOriginalStaysAsItIs() throws IOException {
        DicomObject original = Phi.object("phi_12.dcm");
        cleaned(original);

        assertThat(original.dataSet()).isEqualTo(Phi.object("phi_12.dcm").dataSet());
    }

    @Test
    void uidsChangeTogether() {
        DataSet first = anObject();
        DataSet second = anObject();
        second.putString(Tag.SOP_INSTANCE_UID, Vr.UI, OLD_STUDY + ".3");
        DataSet reference = new DataSet();
        reference.putString(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, OLD_STUDY + ".2");
        second.put(Element.sequence(REFERENCED_SERIES_SEQUENCE, List.of(reference)));

        DataSet one = cleaned(first);
        DataSet other = cleaned(second);

        assertThat(one.string(Tag.STUDY_INSTANCE_UID)).isEqualTo(other.string(Tag.STUDY_INSTANCE_UID));
        assertThat(one.string(Tag.STUDY_INSTANCE_UID).orElseThrow()).matches("2\\.25\\.(0|[1-9][0-9]{0,38})");
        assertThat(one.string(Tag.SOP_CLASS_UID)).isEqualTo(first.string(Tag.SOP_CLASS_UID));
        assertThat(other.items(REFERENCED_SERIES_SEQUENCE).get(0).string(Tag.REFERENCED_SOP_INSTANCE_UID))
                .isEqualTo(one.string(Tag.SOP_INSTANCE_UID));
    }

    @Test
    void anotherKeyGivesOtherPseudonyms() {
        Deidentifier another = new Deidentifier("another key for tests".getBytes(StandardCharsets.UTF_8), Set.of());
        DataSet one = cleaned(anObject());
        DataSet other = another.deidentified(object(anObject())).object().dataSet();

        assertThat(one.string(Tag.STUDY_INSTANCE_UID)).isNotEqualTo(other.string(Tag.STUDY_INSTANCE_UID));
        assertThat(one.string(Tag.PATIENT_ID))
                .isNotEqualTo(other.string(Tag.PATIENT_ID))
                .isPresent();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Deidentifier(new byte[15], Set.of()));
    }

    @Test
    void zerosBehindANumberBecomeSpaces() {
        DataSet set = anObject();
        set.put(Element.of(Tag.WINDOW_WIDTH, Vr.DS, "256\0".getBytes(StandardCharsets.US_ASCII)));

        assertThat(cleaned(set).element(Tag.WINDOW_WIDTH).orElseThrow().value())
                .isEqualTo("256 ".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void numbersWhoseBytesSpellANameGo() {
        byte[] spelled = "Someone Else".getBytes(StandardCharsets.US_ASCII);
        DataSet set = anObject();
        set.put(Element.of(Tag.PIXEL_PADDING_VALUE, Vr.US, spelled));

        assertThat(cleaned(set).element(Tag.PIXEL_PADDING_VALUE).orElseThrow().value())
                .isNotEqualTo(spelled);
    }

    @Test
    void theOldestAreEightyNine() {
        assertThat(ageAfter("092Y")).contains("089Y");
        assertThat(ageAfter("089Y")).contains("089Y");
        assertThat(ageAfter("041Y")).contains("041Y");
        assertThat(ageAfter("011M")).contains("011M");
        assertThat(ageAfter("92")).isEmpty();
        assertThat(ageAfter("about 92 years")).isEmpty();
    }

    /** The birth date goes; whether the exam is a child's must not go with it. */
    @Test
    void theAgeThatABirthDateTellsStays() {
        assertThat(ageOf("20180704", "20230611")).contains("004Y");
        assertThat(ageOf("20230301", "20230611")).contains("003M");
        assertThat(ageOf("20230609", "20230611")).contains("002D");
        assertThat(ageOf("19200101", "20230611")).contains("089Y");
        assertThat(ageOf("20240101", "20230611")).isEmpty();
        assertThat(ageOf("1980", "20230611")).isEmpty();
    }

    private Optional<String> ageOf(String birthDate, String studyDate) {
        DataSet set = anObject();
        set.remove(Tag.PATIENT_AGE);
        set.putString(Tag.PATIENT_BIRTH_DATE, Vr.DA, birthDate);
        set.putString(Tag.STUDY_DATE, Vr.DA, studyDate);
        return cleaned(set).string(Tag.PATIENT_AGE);
    }

    private Optional<String> ageAfter(String age) {
        DataSet set = anObject();
        set.putString(Tag.PATIENT_AGE, Vr.AS, age);
        return cleaned(set).string(Tag.PATIENT_AGE);
    }

    @Test
    void withoutTheOptionSexAndAgeGoToo() {
        DataSet cleaned = new Deidentifier(KEY, Set.of())
                .deidentified(object(anObject()))
                .object()
                .dataSet();

        assertThat(cleaned.string(Tag.PATIENT_SEX)).isEmpty();
        assertThat(cleaned.contains(Tag.PATIENT_AGE)).isFalse();
        assertThat(cleaned.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE)).hasSize(1);
    }

    @Test
    void whatWasDoneIsWrittenDown() {
        DataSet cleaned = cleaned(anObject());

        assertThat(cleaned.string(Tag.PATIENT_IDENTITY_REMOVED)).contains("YES");
        assertThat(cleaned.string(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED))
                .contains("MODIFIED");
        assertThat(cleaned.string(Tag.DEIDENTIFICATION_METHOD).orElseThrow()).hasSizeLessThanOrEqualTo(64);
        assertThat(cleaned.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
                .extracting(code -> code.string(Tag.CODE_VALUE).orElseThrow())
                .containsExactly("113100", "113101", "113105", "113107", "113108", "113111");
    }

    @Test
    void actionsAreCounted() {
        Deidentified result = deidentifier.deidentified(object(anObject()));

        assertThat(result.counts())
                .containsEntry(DeidentificationAction.REPLACE_UID, 2) // study, instance
                .containsEntry(DeidentificationAction.EMPTY, 1) // name
                .containsEntry(DeidentificationAction.DUMMY, 1) // patient id
                .containsEntry(DeidentificationAction.REMOVE, 1) // private
                .containsEntry(DeidentificationAction.KEEP, 4); // sex, age, modality, class
    }

    @Test
    void aSequenceThatComesAsPlainBytesIsRemoved() {
        DataSet set = anObject();
        set.put(Element.of(0x00081250, Vr.OB, "Someone^Else".getBytes(StandardCharsets.US_ASCII)));

        assertThat(cleaned(set).contains(0x00081250)).isFalse();
    }

    @Test
    void whatTheDictionaryDoesNotKnowIsRemoved() {
        DataSet set = anObject();
        set.putString(0x00189446, Vr.LO, "Someone");

        assertThat(cleaned(set).contains(0x00189446)).isFalse();
    }

    @Test
    void overlaysCurvesAndIconsAreRemoved() {
        DataSet set = anObject();
        set.putShorts(0x60020010, Vr.US, 512);
        set.put(Element.of(0x60023000, Vr.OW, new byte[8]));
        set.put(Element.of(0x50003000, Vr.OW, new byte[8]));
        set.put(Element.sequence(Tag.ICON_IMAGE_SEQUENCE, List.of(new DataSet())));
        set.put(Element.of(Tag.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[8]));

        assertThat(cleaned(set)).extracting(Element::tag).noneMatch(tag -> Tag.group(tag) >= 0x5000);
        assertThat(cleaned(set).contains(Tag.ICON_IMAGE_SEQUENCE)).isFalse();
    }

    @Test
    void itemsOfKeptSequencesLoseTheirIdentityToo() {
        DataSet deep = new DataSet();
        deep.putString(Tag.PATIENT_NAME, Vr.PN, "Someone^Else");
        DataSet item = new DataSet();
        item.put(Element.sequence(Tag.PLANE_POSITION_SEQUENCE, List.of(deep)));
        DataSet set = anObject();
        set.put(Element.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(item)));

        DataSet cleaned =
                cleaned(set).items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).get(0);

        assertThat(cleaned.items(Tag.PLANE_POSITION_SEQUENCE).get(0).string(Tag.PATIENT_NAME))
                .isEmpty();
    }

    @Test
    void safePrivateElementsStayWithTheOneThatSaysWhoseTheyAre() {
        DataSet set = anObject();
        set.putString(0x00190010, Vr.LO, "SOMEONE'S");
        set.putString(0x00190012, Vr.LO, "GEMS_ACQU_01");
        set.putString(0x00191023, Vr.DS, "1.5");
        set.putString(0x00191223, Vr.DS, "2.5");
        set.put(Element.of(0x00191224, Vr.UN, "3.5 ".getBytes(StandardCharsets.US_ASCII)));
        set.putString(0x00191227, Vr.DS, "Someone");
        set.putString(0x00191228, Vr.LO, "Someone");

        assertThat(cleaned(set).stream().filter(element -> Tag.isPrivate(element.tag())))
                .extracting(Element::tag)
                .containsExactly(0x00190012, 0x00191223, 0x00191224);
    }

    @Test
    void withoutTheOptionNoPrivateElementStays() {
        DataSet set = anObject();
        set.putString(0x00190012, Vr.LO, "GEMS_ACQU_01");
        set.putString(0x00191223, Vr.DS, "2.5");

        assertThat(new Deidentifier(KEY, Set.of())
                        .deidentified(object(set))
                        .object()
                        .dataSet())
                .noneMatch(element -> Tag.isPrivate(element.tag()));
    }

    @Test
    void datesMoveInItemsToo() {
        DataSet item = new DataSet();
        item.putString(0x00189074, Vr.DT, "20200405101112.5");
        DataSet set = anObject();
        set.putString(Tag.STUDY_DATE, Vr.DA, "20200401");
        set.put(Element.sequence(0x00209111, List.of(item)));

        DataSet cleaned = cleaned(set);
        String moved = cleaned.items(0x00209111).get(0).string(0x00189074).orElseThrow();

        assertThat(moved).endsWith("101112.5");
        assertThat(daysAfter(cleaned, moved)).isEqualTo(4);
    }

    private static long daysAfter(DataSet cleaned, String date) {
        LocalDate study =
                LocalDate.parse(cleaned.string(Tag.STUDY_DATE).orElseThrow(), DateTimeFormatter.BASIC_ISO_DATE);
        return ChronoUnit.DAYS.between(study, LocalDate.parse(date.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    }

    @Test
    void aDateThatIsNoneGoesAsTheTableSays() {
        DataSet set = anObject();
        set.putString(Tag.STUDY_DATE, Vr.DA, "Someone");
        set.putString(Tag.SERIES_DATE, Vr.DA, "20200230");

        assertThat(cleaned(set).string(Tag.STUDY_DATE)).isEmpty();
        assertThat(cleaned(set).contains(Tag.STUDY_DATE)).isTrue();
        assertThat(cleaned(set).contains(Tag.SERIES_DATE)).isFalse();
    }

    @Test
    void valuesThatAreNotWhatTheirRepresentationSaysGo() {
        DataSet set = anObject();
        set.putString(Tag.KVP, Vr.DS, "Someone");
        set.putString(Tag.BODY_PART_EXAMINED, Vr.CS, "SOMEONE");
        set.putString(0x00180020, Vr.CS, "Jo Bloggs");
        set.put(Element.of(0x00180061, Vr.OB, "Someone".getBytes(StandardCharsets.US_ASCII)));

        DataSet cleaned = cleaned(set);

        assertThat(cleaned.string(Tag.KVP)).isEmpty();
        assertThat(cleaned.string(Tag.BODY_PART_EXAMINED)).contains("ANONYMIZED");
        assertThat(cleaned.string(0x00180020)).contains("ANONYMIZED");
        assertThat(cleaned.contains(0x00180061)).isFalse();
    }

    @Test
    void codesOfPublishedSchemesStayAndPrivateOnesBecomeDummies() {
        DataSet set = anObject();
        set.put(Element.sequence(
                0x00082218, List.of(code("T-D3000", "SRT", "Chest"), code("17", "99HOSP", "Someone Else"))));

        List<DataSet> codes = cleaned(set).items(0x00082218);

        assertThat(codes)
                .extracting(code -> code.string(Tag.CODE_MEANING).orElseThrow())
                .containsExactly("Chest", "ANONYMIZED");
        assertThat(codes)
                .extracting(code -> code.string(Tag.CODE_VALUE).orElseThrow())
                .containsExactly("T-D3000", "ANONYMIZED");
    }

    private static DataSet code(String value, String scheme, String meaning) {
        DataSet code = new DataSet();
        code.putString(Tag.CODE_VALUE, Vr.SH, value);
        code.putString(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, scheme);
        code.putString(Tag.CODE_MEANING, Vr.LO, meaning);
        return code;
    }

    private static DataSet anObject() {
        DataSet set = new DataSet();
        set.putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.1.1");
        set.putString(Tag.SOP_INSTANCE_UID, Vr.UI, OLD_STUDY + ".2");
        set.putString(Tag.MODALITY, Vr.CS, "DX");
        set.putString(Tag.PATIENT_NAME, Vr.PN, "Someone^Else");
        set.putString(Tag.PATIENT_ID, Vr.LO, "4711");
        set.putString(Tag.PATIENT_SEX, Vr.CS, "F");
        set.putString(Tag.PATIENT_AGE, Vr.AS, "041Y");
        set.putString(0x00110010, Vr.LO, "SOMEONE'S");
        set.putString(Tag.STUDY_INSTANCE_UID, Vr.UI, OLD_STUDY);
        return set;
    }

    private static DicomObject object(DataSet set) {
        return new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, set);
    }

    private DataSet cleaned(DataSet set) {
        return cleaned(object(set)).dataSet();
    }

    private DicomObject cleaned(DicomObject object) {
        return deidentifier.deidentified(object).object();
    }
}
