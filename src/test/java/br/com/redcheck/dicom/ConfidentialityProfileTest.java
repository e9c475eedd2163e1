package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidentialityProfileTest {
    private final ConfidentialityProfile basic = new ConfidentialityProfile(Set.of());
    private final ConfidentialityProfile all = new ConfidentialityProfile(DeidentificationOption.ALL);

    private static Element element(int tag) {
        Vr vr = Dictionary.vr(tag, new DataSet());
        return vr == Vr.SQ ? Element.sequence(tag, List.of()) : Element.of(tag, vr, new byte[0]);
    }

    @Test
    void everyRowOfTheTableHasAnActionThatLeavesNothingAsItWas() {
        List<List<String>> rows = Facts.rows("confidentiality-profile.tsv").toList();

        assertThat(rows).hasSize(621);
        assertThat(rows)
                .filteredOn(row -> row.get(0).matches("[0-9A-F]{8}"))
                .allSatisfy(row -> assertThat(basic.action(element(Facts.tag(row.get(0))), Iod.CT))
                        .as(row.get(6))
                        .isNotIn(DeidentificationAction.KEEP, DeidentificationAction.CLEAN));
    }

    @Test
    void repeatingGroupsAndPrivateElementsAreRemoved() {
        for (int tag : List.of(0x50000010, 0x50FE3000, 0x60003000, 0x601E4000, 0x60000010, 0x00091001, 0x00020003)) {
            assertThat(all.action(Element.of(tag, Vr.OB, new byte[0]), Iod.CT))
                    .isEqualTo(DeidentificationAction.REMOVE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CT, 00081070, REMOVE", // X/Z/D, type 3
        "NESTED, 00081070, DUMMY",
        "CT, 00181000, REMOVE", // X/Z/D, type 3
        "ENHANCED_CT, 00181000, DUMMY", // type 1
        "OTHER, 00181000, DUMMY",
        "CT, 00081140, REMOVE", // X/Z/U*, type 3
        "XA, 00081140, REPLACE_UID", // type 1C
        "NESTED, 00081140, REPLACE_UID",
        "CT, 00400555, REMOVE", // X/Z, type 3
        "DX, 00400555, EMPTY", // type 2
        "CT, 00180010, EMPTY", // Z/D, type 2
        "DX, 00080023, EMPTY", // Z/D, type 2C
        "ENHANCED_MR, 00080023, DUMMY", // type 1
        "SC, 00181030, REMOVE", // X/D, type 3
        "ENHANCED_CT, 00181030, DUMMY"
    })
    void whereTheTableLeavesAChoiceTheDefinitionDecides(Iod iod, String tag, DeidentificationAction action) {
        assertThat(basic.action(element(Facts.tag(tag)), iod)).isEqualTo(action);
    }

    @Test
    void optionsCleanWhatIsSaidOfThePictureAndNothingThatIsSaidOfThePatient() {
        assertThat(all.action(element(Tag.STUDY_DESCRIPTION), Iod.CT)).isEqualTo(DeidentificationAction.CLEAN);
        assertThat(all.action(element(Tag.STUDY_DATE), Iod.CT)).isEqualTo(DeidentificationAction.CLEAN);
        for (int tag : List.of(Tag.PATIENT_COMMENTS, 0x00102110, 0x00102180, 0x001021D0, 0x00380500)) {
            assertThat(all.action(element(tag), Iod.CT)).isEqualTo(DeidentificationAction.REMOVE);
        }
    }

    @Test
    void theDefinitionIsFoundByTheClass() {
        DataSet set = new DataSet();
        set.putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7.2");

        assertThat(Iod.of(set)).isEqualTo(Iod.SC);
        assertThat(Iod.of(new DataSet())).isEqualTo(Iod.OTHER);
    }
}
