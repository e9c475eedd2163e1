package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncompressedPixelsTest {
    private static final DicomLimits LIMITS = DicomLimits.defaults();

    @ParameterizedTest
    @ValueSource(strings = {"phi_01.dcm", "phi_06.dcm", "phi_11.dcm", "phi_12.dcm", "phi_14.dcm"})
    void everySampleStaysWhatItIsDecodedTo(String file) throws IOException {
        DicomObject object = Phi.object(file);

        DicomObject plain = Phi.object(Phi.bytes(UncompressedPixels.of(object, LIMITS)));

        assertThat(plain.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(samples(plain)).isEqualTo(samples(object));
    }

    @Test
    void samplesOf32BitsAreTurnedRound() throws IOException {
        DataSet set = header(32);
        set.put(Element.of(Tag.PIXEL_DATA, Vr.OW, new byte[] {0, 0, 1, 0, 0, 0, 2, 0}));
        DicomObject bigEndian = new DicomObject(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, set);

        DicomObject plain = Phi.object(Phi.bytes(UncompressedPixels.of(bigEndian, LIMITS)));

        assertThat(samples(plain)).isEqualTo(samples(bigEndian)).containsExactly(1, 2);
        assertThat(plain.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value())
                .containsExactly(1, 0, 0, 0, 2, 0, 0, 0);
    }

    @Test
    void oneBitPixelsFillWholeWords() throws IOException {
        DataSet set = header(1);
        set.put(Element.of(Tag.PIXEL_DATA, Vr.OB, new byte[] {2, 0}));
        DicomObject object = new DicomObject(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, set);

        DicomObject plain = Phi.object(Phi.bytes(UncompressedPixels.of(object, LIMITS)));

        assertThat(samples(plain)).containsExactly(0, 1);
        assertThat(plain.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value())
                .containsExactly(2, 0);
    }

    private static DataSet header(int bits) {
        DataSet set = new DataSet();
        set.putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7");
        set.putString(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3");
        set.putString(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2");
        List.of(Tag.ROWS, Tag.SAMPLES_PER_PIXEL).forEach(tag -> set.putShorts(tag, Vr.US, 1));
        set.putShorts(Tag.COLUMNS, Vr.US, 2);
        List.of(Tag.BITS_ALLOCATED, Tag.BITS_STORED).forEach(tag -> set.putShorts(tag, Vr.US, bits));
        set.putShorts(Tag.HIGH_BIT, Vr.US, bits - 1);
        set.putShorts(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
        return set;
    }

    private static int[] samples(DicomObject object) {
        int[] samples = PixelData.of(object, LIMITS).frame(0).samples();
        return Arrays.copyOf(samples, samples.length);
    }
}
