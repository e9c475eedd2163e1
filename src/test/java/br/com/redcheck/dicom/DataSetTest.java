package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
    private final DataSet set = new DataSet();

    @Test
    void elementsComeInTheOrderOfUnsignedTags() {
        set.putString(Tag.DATA_SET_TRAILING_PADDING, Vr.UN);
        set.putString(Tag.PATIENT_ID, Vr.LO, "1");
        set.putString(Tag.MODALITY, Vr.CS, "CT");

        assertThat(set)
                .extracting(Element::tag)
                .containsExactly(Tag.MODALITY, Tag.PATIENT_ID, Tag.DATA_SET_TRAILING_PADDING);
    }

    @Test
    void paddingIsNoPartOfAValue() {
        set.putString(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL ", " PRIMARY", "");

        assertThat(set.strings(Tag.IMAGE_TYPE)).containsExactly("ORIGINAL", "PRIMARY", "");
        assertThat(set.string(Tag.IMAGE_TYPE)).contains("ORIGINAL");
    }

    @Test
    void proseIsOneValueAndKeepsItsIndentation() {
        set.putString(Tag.PATIENT_COMMENTS, Vr.LT, "  a\\b ");

        assertThat(set.strings(Tag.PATIENT_COMMENTS)).containsExactly("  a\\b");
    }

    @Test
    void whatIsAbsentOrEmptyIsEmpty() {
        set.putString(Tag.PATIENT_ID, Vr.LO, "");

        assertThat(set.string(Tag.PATIENT_ID)).isEmpty();
        assertThat(set.string(Tag.PATIENT_NAME)).isEmpty();
        assertThat(set.integer(Tag.ROWS)).isEmpty();
        assertThat(set.decimals(Tag.PIXEL_SPACING)).isEmpty();
        assertThat(set.items(Tag.MODALITY_LUT_SEQUENCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' -0012 ', -12", "+1.5E+01, 15", ".5, 0.5", "-1024.0, -1024"})
    void decimalStringsAreNumbers(String text, double number) {
        set.putString(Tag.RESCALE_INTERCEPT, Vr.DS, text);

        assertThat(set.decimal(Tag.RESCALE_INTERCEPT)).hasValue(number);
    }

    /** Some write the comma of their own language. */
    @Test
    void aCommaStandsForThePoint() {
        set.putString(Tag.RESCALE_INTERCEPT, Vr.DS, "-1,5");

        assertThat(set.decimal(Tag.RESCALE_INTERCEPT)).hasValue(-1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999", "0x1p3", "1d", "1,5,2", "1.000,5", "-", "ten"})
    void otherStringsAreNoNumbers(String text) {
        set.putString(Tag.RESCALE_INTERCEPT, Vr.DS, text);

        assertThat(set.decimal(Tag.RESCALE_INTERCEPT)).isEmpty();
        assertThat(set.integer(Tag.RESCALE_INTERCEPT)).isEmpty();
    }

    @Test
    void binaryNumbersKnowTheirSign() {
        set.putShorts(Tag.ROWS, Vr.US, 0xFFFE);
        set.putShorts(Tag.PIXEL_PADDING_VALUE, Vr.SS, 0xFFFE);
        byte[] single = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.25f)
                .array();
        set.put(Element.of(0x00089459, Vr.FL, single));

        assertThat(set.integer(Tag.ROWS)).hasValue(65534);
        assertThat(set.integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-2);
        assertThat(set.decimal(0x00089459)).hasValue(0.25);
    }

    @Test
    void aNumberBeyondAnIntIsNoInteger() {
        set.put(Element.of(0x00081161, Vr.UL, new byte[] {-1, -1, -1, -1}));

        assertThat(set.integer(0x00081161)).isEmpty();
        assertThat(set.decimal(0x00081161)).hasValue(4294967295.0);
    }

    @Test
    void itsTextHoldsNoValues() {
        set.putString(Tag.PATIENT_NAME, Vr.PN, "Someone^Else");

        assertThat(set.toString()).isEqualTo("DataSet[(0010,0010) PN]");
        assertThat(new DicomObject(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, set).toString())
                .doesNotContain("Someone");
    }
}
