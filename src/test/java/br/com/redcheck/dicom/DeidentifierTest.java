package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import br.com.redcheck.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeidentifierTest {
    private static final byte[] KEY = "a key for tests only".getBytes(StandardCharsets.UTF_8);
    private static final String OLD_STUDY = "1.2.826.0.1.3680043.10.99999.1";

    private final Deidentifier deidentifier =
            new Deidentifier(KEY, Set.of(DeidentificationOption.RETAIN_PATIENT_CHARACTERISTICS));

    @Test
    void nothingOfThePersonIsLeftInTheHeader() throws IOException {
        assertThat(leftovers(Phi.FOLDER)).isEmpty();
    }

    @Test
    void nothingOfAnyPersonOfTheSharedDataIsLeftInTheHeader() throws IOException {
        assertThat(leftovers(SharedData.folder().resolve("phi"))).isEmpty();
    }

    @Test
    void nothingOfThePersonOfASeriesIsLeftInTheHeaders() throws IOException {
        Path folder = SharedData.folder().resolve("phi");
        List<String> found = new ArrayList<>();
        for (JsonNode entry : answers(folder.resolve("answer_key_ct.json"))) {
            for (DicomObject slice : slices(folder.resolve(entry.get("file").asString()))) {
                found.addAll(leftovers(entry, slice));
            }
        }

        assertThat(found).isEmpty();
    }

    private static List<DicomObject> slices(Path zip) throws IOException {
        List<DicomObject> slices = new ArrayList<>();
        try (ZipFile entries = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : entries.stream().limit(3).toList()) {
                slices.add(DicomObject.read(entries.getInputStream(entry), DicomLimits.defaults()));
            }
        }
        return slices;
    }

    private static JsonNode answers(Path key) {
        return JsonMapper.shared().readTree(key.toFile());
    }

    private List<String> leftovers(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : answers(folder.resolve("answer_key.json"))) {
            String file = entry.get("file").asString();
            found.addAll(leftovers(entry, Phi.object(folder.resolve("dx").resolve(file))));
        }
        return found;
    }

    /** What the answer key wants gone and the written bytes still hold, the pixel data left aside. */
    private List<String> leftovers(JsonNode entry, DicomObject original) throws IOException {
        String before = header(original);
        String after = header(cleaned(original));
        List<String> wantedGone = new ArrayList<>();
        for (JsonNode string : entry.get("search_strings")) {
            if (!Set.of("keep", "optional").contains(string.get("policy").asString())) {
                wantedGone.add(string.get("text").asString());
            }
        }

        assertThat(wantedGone).filteredOn(text -> isIn(before, text)).hasSizeGreaterThan(10);
        return wantedGone.stream().filter(text -> isIn(after, text)).toList();
    }

    /** The bytes of the object without its pixels, each as one character. */
    private static String header(DicomObject object) throws IOException {
        DataSet withoutPixels = new DataSet();
        object.dataSet().stream()
                .filter(element -> element.tag() != Tag.PIXEL_DATA)
                .forEach(withoutPixels::put);
        byte[] bytes = Phi.bytes(new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, withoutPixels));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean isIn(String bytes, String text) {
        return Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)
                .anyMatch(charset -> bytes.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1)));
    }

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
        second.put(Element.sequence(0x00081140, List.of(reference)));

        DataSet one = cleaned(first);
        DataSet other = cleaned(second);

        assertThat(one.string(Tag.STUDY_INSTANCE_UID)).isEqualTo(other.string(Tag.STUDY_INSTANCE_UID));
        assertThat(one.string(Tag.STUDY_INSTANCE_UID).orElseThrow()).matches("2\\.25\\.(0|[1-9][0-9]{0,38})");
        assertThat(one.string(Tag.SOP_CLASS_UID)).isEqualTo(first.string(Tag.SOP_CLASS_UID));
        assertThat(other.items(0x00081140).get(0).string(Tag.REFERENCED_SOP_INSTANCE_UID))
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
    void theOldestAreEightyNine() {
        assertThat(ageAfter("092Y")).contains("089Y");
        assertThat(ageAfter("089Y")).contains("089Y");
        assertThat(ageAfter("041Y")).contains("041Y");
        assertThat(ageAfter("011M")).contains("011M");
        assertThat(ageAfter("92")).isEmpty();
        assertThat(ageAfter("about 92 years")).isEmpty();
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
                .contains("REMOVED");
        assertThat(cleaned.string(Tag.DEIDENTIFICATION_METHOD).orElseThrow()).hasSizeLessThanOrEqualTo(64);
        assertThat(cleaned.items(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
                .extracting(code -> code.string(Tag.CODE_VALUE).orElseThrow())
                .containsExactly("113100", "113108");
    }

    @Test
    void actionsAreCounted() {
        Deidentified result = deidentifier.deidentified(object(anObject()));

        assertThat(result.counts())
                .containsEntry(DeidentificationAction.REPLACE_UID, 3) // study, instance, and the class, which stays
                .containsEntry(DeidentificationAction.EMPTY, 1) // name
                .containsEntry(DeidentificationAction.DUMMY, 1) // patient id
                .containsEntry(DeidentificationAction.REMOVE, 1) // private
                .containsEntry(DeidentificationAction.KEEP, 3); // sex, age, modality
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
