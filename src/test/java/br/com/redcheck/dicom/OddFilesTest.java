package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files as devices and archives of the field have written them. */
class OddFilesTest {
    private static final DicomLimits LIMITS = DicomLimits.defaults();
    private static final int RELATED_SERIES_SEQUENCE = 0x00081250;
    private static final int IRRADIATION_EVENT_UID = 0x00083010;

    @Test
    void zerosBehindTheObjectAreNoElements() throws IOException {
        DicomObject film = Phi.object("phi_12.dcm");
        byte[] bytes = Phi.bytes(film);

        DicomObject read = Phi.object(Arrays.copyOf(bytes, bytes.length + 4096));

        assertThat(read.dataSet()).isEqualTo(Phi.object(bytes).dataSet());
    }

    @Test
    void textPaddedWithZerosMeansTheSame() throws IOException {
        DicomObject film = new Picture(1, 2)
                .text(Tag.MODALITY, Vr.CS, "DX\0\0")
                .text(Tag.RESCALE_SLOPE, Vr.DS, "2\0\0\0")
                .words(1, 2)
                .object();

        DicomObject read = Phi.object(Phi.bytes(film));

        assertThat(read.dataSet().string(Tag.MODALITY)).contains("DX");
        assertThat(PixelData.of(read, LIMITS).gray(0).values()).containsExactly(2, 4);
    }

    /** Implicit, which file meta never is, and nothing before it. */
    @Test
    void fileMetaMayBeImplicitAndWithoutAPreamble() throws IOException {
        DataSet set = Phi.object(bytes(implicit(0x00020010, "1.2.840.10008.1.2\0"), implicit(Tag.MODALITY, "CT")))
                .dataSet();

        assertThat(set.string(Tag.MODALITY)).contains("CT");
    }

    @Test
    void aCompressedStreamThatLiesThereAsIfItWereUncompressedIsRefused() throws IOException {
        DataSet film = new Picture(2, 2)
                .nativeBytes(Streams.lossless(2, 2, 1, 2, 3, 4))
                .dataSet();

        assertThatThrownBy(() -> PixelData.of(new DicomObject(TransferSyntax.of(Streams.LOSSLESS), film), LIMITS))
                .isInstanceOfSatisfying(
                        UnreadablePixels.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(UnreadablePixels.Reason.CORRUPT));
    }

    @Test
    void aPrivateTransferSyntaxIsRefusedByName() {
        byte[] meta = bytes(
                new byte[128],
                "DICM".getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().parseHex("0200100055491200"),
                "1.2.840.113619.5.2".getBytes(StandardCharsets.US_ASCII),
                implicit(Tag.MODALITY, "CT"));

        assertThatThrownBy(() -> Phi.object(meta))
                .isInstanceOfSatisfying(
                        UnreadableDicom.class,
                        refusal -> assertThat(refusal.reason())
                                .isEqualTo(UnreadableDicom.Reason.UNSUPPORTED_TRANSFER_SYNTAX));
    }

    @Test
    void identifiersInSequencesAndListsChangeAsTheyDoElsewhere() {
        DataSet film = new Picture(1, 1).words(1).dataSet();
        film.putString(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.3.1");
        film.putString(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.3.2");
        film.putString(IRRADIATION_EVENT_UID, Vr.UI, "1.2.3.5", "1.2.3.1");
        DataSet related = new DataSet();
        related.putString(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.3.1");
        related.putString(Tag.SERIES_INSTANCE_UID, Vr.UI, "1.2.3.2");
        film.put(Element.sequence(RELATED_SERIES_SEQUENCE, List.of(related)));
        Deidentifier deidentifier =
                new Deidentifier("a key for tests alone".getBytes(StandardCharsets.UTF_8), Set.of());

        DataSet cleaned = deidentifier
                .deidentified(new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, film))
                .object()
                .dataSet();

        String study = cleaned.string(Tag.STUDY_INSTANCE_UID).orElseThrow();
        DataSet item = cleaned.items(RELATED_SERIES_SEQUENCE).get(0);
        assertThat(study).startsWith("2.25.");
        assertThat(item.string(Tag.STUDY_INSTANCE_UID)).contains(study);
        assertThat(item.string(Tag.SERIES_INSTANCE_UID)).isEqualTo(cleaned.string(Tag.SERIES_INSTANCE_UID));
        assertThat(cleaned.strings(IRRADIATION_EVENT_UID))
                .hasSize(2)
                .endsWith(study)
                .noneMatch(uid -> uid.startsWith("1.2.3"));
    }

    private static byte[] implicit(int tag, String value) {
        return ByteBuffer.allocate(8 + value.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .putInt(value.length())
                .put(value.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
