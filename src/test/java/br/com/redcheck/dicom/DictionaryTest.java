package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DictionaryTest {
    private final DataSet context = new DataSet();

    @Test
    void tagsAndKeywordsLeadToEachOther() {
        assertThat(Dictionary.keyword(Tag.PATIENT_NAME)).contains("PatientName");
        assertThat(Dictionary.tag("PatientName")).contains(Tag.PATIENT_NAME);
        assertThat(Dictionary.tag("NoSuchThing")).isEmpty();
        assertThat(Dictionary.keyword(0x00111001)).isEmpty();
    }

    @Test
    void repeatingGroupsAreKnown() {
        assertThat(Dictionary.keyword(0x60023000)).contains("OverlayData");
        assertThat(Dictionary.vr(0x60020010, context)).isEqualTo(Vr.US);
        assertThat(Dictionary.vr(0x50FE0005, context)).isEqualTo(Vr.US);
    }

    @Test
    void thePixelRepresentationDecidesBetweenSignedAndUnsigned() {
        assertThat(Dictionary.vr(Tag.PIXEL_PADDING_VALUE, context)).isEqualTo(Vr.US);

        context.putShorts(Tag.PIXEL_REPRESENTATION, Vr.US, 1);
        assertThat(Dictionary.vr(Tag.PIXEL_PADDING_VALUE, context)).isEqualTo(Vr.SS);
        assertThat(Dictionary.vr(Tag.PIXEL_PADDING_VALUE, new DataSet(context))).isEqualTo(Vr.SS);
    }

    @Test
    void whatTheStandardDoesNotNameHasNoRepresentation() {
        assertThat(Dictionary.vr(0x00110010, context)).isEqualTo(Vr.LO); // who owns the private elements
        assertThat(Dictionary.vr(0x00111001, context)).isEqualTo(Vr.UN);
        assertThat(Dictionary.vr(0x00189446, context)).isEqualTo(Vr.UN);
        assertThat(Dictionary.vr(0x00100000, context)).isEqualTo(Vr.UL);
    }

    @Test
    void pixelsAreWordsWhereNothingElseIsSaid() {
        assertThat(Dictionary.vr(Tag.PIXEL_DATA, context)).isEqualTo(Vr.OW);
    }
}
