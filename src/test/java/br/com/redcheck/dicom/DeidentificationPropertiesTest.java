package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every object, whoever sends it. */
class DeidentificationPropertiesTest {
    private static final long SEED = 20200311;
    private static final Deidentifier ANA = deidentifier("the key of Ana, for tests");
    private static final Deidentifier RUI = deidentifier("the key of Rui, for tests");

    private static Deidentifier deidentifier(String key) {
        return new Deidentifier(key.getBytes(StandardCharsets.UTF_8), DeidentificationOption.ALL);
    }

    @Test
    void deidentifyingTwiceChangesNothingMore() throws IOException {
        for (DicomObject original : objects(Phi.FOLDER)) {
            assertNothingMoreChanges(original);
        }
    }

    @Test
    void deidentifyingTwiceChangesNothingMoreInTheSharedData() throws IOException {
        for (DicomObject original : objects(SharedData.folder())) {
            assertNothingMoreChanges(original);
        }
    }

    private static void assertNothingMoreChanges(DicomObject original) throws IOException {
        DicomObject once = ANA.deidentified(original).object();
        DicomObject twice = ANA.deidentified(Phi.object(Phi.bytes(once))).object();

        assertThat(Phi.bytes(twice)).isEqualTo(Phi.bytes(once));
        assertThat(ANA.check(once, List.of()).leaks(twice, DicomLimits.defaults()))
                .isEmpty();
    }

    @Test
    void anotherOwnerMayDeidentifyWhatOneHasDeidentified() throws IOException {
        DicomObject ofAna = ANA.deidentified(Phi.object("phi_01.dcm")).object();
        DataSet ofRui = RUI.deidentified(ofAna).object().dataSet();

        for (int tag : List.of(Tag.STUDY_INSTANCE_UID, Tag.PATIENT_ID, Tag.STUDY_DATE)) {
            assertThat(ofRui.string(tag))
                    .isPresent()
                    .isNotEqualTo(ofAna.dataSet().string(tag));
        }
    }

    @Test
    void intervalsBetweenThePatientsDatesAreKept() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            LocalDate first = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
            LocalDate second = first.plusDays(random.nextInt(3_000));
            String patient = "P" + random.nextInt(50);
            DataSet one = cleaned(exam(patient, "1.2.3." + i, first));
            DataSet other = cleaned(exam(patient.toLowerCase(Locale.ROOT) + ".", "1.2.4." + i, second));

            assertThat(ChronoUnit.DAYS.between(date(one), date(other)))
                    .isEqualTo(ChronoUnit.DAYS.between(first, second));
            assertThat(ChronoUnit.DAYS.between(date(one), first)).isBetween(365L, 4014L);
            assertThat(one.string(Tag.PATIENT_ID)).isEqualTo(other.string(Tag.PATIENT_ID));
        }
    }

    @Test
    void patientsAndOwnersHaveDifferentIntervalsToTheTruth() {
        LocalDate day = LocalDate.of(2020, 4, 1);
        List<LocalDate> moved = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            moved.add(date(cleaned(exam("P" + i, "1.2.3." + i, day))));
            moved.add(date(
                    RUI.deidentified(exam("P" + i, "1.2.3." + i, day)).object().dataSet()));
        }

        assertThat(moved.stream().distinct()).hasSizeGreaterThan(180);
    }

    @Test
    void withoutAPatientIdTheDatesOfAStudyMoveTogether() {
        DicomObject first = exam("", "1.2.3", LocalDate.of(2020, 4, 1));
        DicomObject second = exam("", "1.2.3", LocalDate.of(2020, 4, 3));
        second.dataSet().remove(Tag.PATIENT_ID);

        assertThat(ChronoUnit.DAYS.between(date(cleaned(first)), date(cleaned(second))))
                .isEqualTo(2);
        assertThat(cleaned(first).string(Tag.PATIENT_ID))
                .isPresent()
                .isEqualTo(cleaned(second).string(Tag.PATIENT_ID));
    }

    @Test
    void thatAnObjectSaysItIsCleanedChangesNothing() {
        DicomObject claiming = exam("P1", "1.2.3", LocalDate.of(2020, 4, 1));
        claiming.dataSet().putString(Tag.PATIENT_IDENTITY_REMOVED, Vr.CS, "YES");

        assertThat(cleaned(claiming)).isEqualTo(cleaned(exam("P1", "1.2.3", LocalDate.of(2020, 4, 1))));
    }

    @Test
    void aPseudonymWithOneOtherDigitIsAStrangersUid() {
        Pseudonyms pseudonyms = new Pseudonyms(Pseudonyms.key("a key for tests only".getBytes(StandardCharsets.UTF_8)));
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            String uid = pseudonyms.uid("1.2.3." + i);
            int at = "2.25.1".length() + random.nextInt(uid.length() - "2.25.1".length());
            String other = uid.substring(0, at)
                    + (uid.charAt(at) == '9' ? '0' : (char) (uid.charAt(at) + 1))
                    + uid.substring(at + 1);

            assertThat(uid).matches("2\\.25\\.(0|[1-9][0-9]{0,38})").hasSizeLessThanOrEqualTo(64);
            assertThat(pseudonyms.uid(uid)).isEqualTo(uid);
            assertThat(pseudonyms.uid(other)).isNotEqualTo(other).isNotEqualTo(uid);
        }
    }

    private static DicomObject exam(String patient, String study, LocalDate date) {
        DataSet set = new DataSet();
        set.putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2");
        set.putString(Tag.SOP_INSTANCE_UID, Vr.UI, study + ".1");
        set.putString(Tag.STUDY_DATE, Vr.DA, date.format(DateTimeFormatter.BASIC_ISO_DATE));
        set.putString(Tag.PATIENT_ID, Vr.LO, patient);
        set.putString(Tag.STUDY_INSTANCE_UID, Vr.UI, study);
        return new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, set);
    }

    private static DataSet cleaned(DicomObject object) {
        return ANA.deidentified(object).object().dataSet();
    }

    private static LocalDate date(DataSet set) {
        return LocalDate.parse(set.string(Tag.STUDY_DATE).orElseThrow(), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static List<DicomObject> objects(Path folder) throws IOException {
        List<DicomObject> objects = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file :
                    tree.filter(file -> file.toString().endsWith(".dcm")).toList()) {
                readable(file).ifPresent(objects::add);
            }
        }
        return objects;
    }

    private static Optional<DicomObject> readable(Path file) throws IOException {
        try {
            return Optional.of(Phi.object(file));
        } catch (UnreadableDicom refusal) {
            return Optional.empty();
        }
    }
}
