package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.dicom.UnreadableDicom.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomObjectTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final byte[] EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void everyRepresentationComesBackAsItWas(String syntax) throws IOException {
        DataSet set = new DataSet();
        for (Vr vr : Vr.values()) {
            if (vr != Vr.SQ) {
                set.put(Element.of(
                        standardTagOf(vr), vr, vr.isText() ? "12345678".getBytes(StandardCharsets.US_ASCII) : EIGHT));
            }
        }
        DataSet inner = new DataSet();
        inner.putString(Tag.PATIENT_NAME, Vr.PN, "Inner");
        DataSet outer = new DataSet();
        outer.put(Element.sequence(Tag.PLANE_POSITION_SEQUENCE, List.of(inner, new DataSet())));
        set.put(Element.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(outer)));
        set.put(Element.sequence(Tag.ICON_IMAGE_SEQUENCE, List.of()));
        DicomObject object = new DicomObject(TransferSyntax.of(syntax), set);

        DicomObject again = Phi.object(Phi.bytes(object));

        assertThat(again.transferSyntax().uid()).isEqualTo(syntax);
        assertThat(again.dataSet()).isEqualTo(set);
    }

    /** An element of the dictionary with that representation, for implicit files do not say theirs. */
    private static int standardTagOf(Vr vr) {
        return switch (vr) {
            case AE -> 0x00080054;
            case AS -> Tag.PATIENT_AGE;
            case AT -> 0x00280009;
            case CS -> Tag.MODALITY;
            case DA -> Tag.STUDY_DATE;
            case DS -> Tag.SLICE_LOCATION;
            case DT -> 0x0008002A;
            case FD -> 0x00189073;
            case FL -> 0x00089459;
            case IS -> Tag.INSTANCE_NUMBER;
            case LO -> Tag.PATIENT_ID;
            case LT -> Tag.PATIENT_COMMENTS;
            case OB -> 0x00282000;
            case OD -> Tag.DOUBLE_FLOAT_PIXEL_DATA;
            case OF -> Tag.FLOAT_PIXEL_DATA;
            case OL -> 0x00660040;
            case OV -> Tag.EXTENDED_OFFSET_TABLE;
            case OW -> Tag.PIXEL_DATA;
            case PN -> Tag.PATIENT_NAME;
            case SH -> Tag.STUDY_ID;
            case SL -> 0x00186020;
            case SS -> 0x00189219;
            case ST -> 0x00080081;
            case SV -> 0x00720082;
            case TM -> Tag.STUDY_TIME;
            case UC -> 0x00080119;
            case UI -> Tag.STUDY_INSTANCE_UID;
            case UL -> 0x00081161;
            case UR -> 0x00080120;
            case US -> Tag.ROWS;
            case UT -> 0x0040A160;
            case UV -> 0x00720083;
            case UN, SQ -> 0x00111001;
        };
    }

    @Test
    void numbersReadTheSameInEitherByteOrder() throws IOException {
        DataSet set = new DataSet();
        set.putShorts(Tag.ROWS, Vr.US, 0x1234);
        DicomObject object = new DicomObject(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, set);
        byte[] bytes = Phi.bytes(object);

        assertThat(Arrays.copyOfRange(bytes, bytes.length - 2, bytes.length)).containsExactly(0x12, 0x34);
        assertThat(Phi.object(bytes).dataSet().integer(Tag.ROWS)).hasValue(0x1234);
    }

    @Test
    void fragmentsAndOffsetTableAreKeptApart() throws IOException {
        DataSet set = new DataSet();
        set.put(Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, new byte[] {0, 0, 0, 0}, List.of(EIGHT, new byte[] {9})));
        Element again = Phi.object(Phi.bytes(new DicomObject(TransferSyntax.of(JPEG), set)))
                .dataSet()
                .element(Tag.PIXEL_DATA)
                .orElseThrow();

        assertThat(again.isEncapsulated()).isTrue();
        assertThat(again.offsetTable()).hasSize(4);
        assertThat(again.fragments()).containsExactly(EIGHT, new byte[] {9, 0});
    }

    @Test
    void theFileMetaIsFreshAndThePreambleEmpty() throws IOException {
        DicomObject original = Phi.object("phi_12.dcm");
        byte[] bytes = Phi.bytes(original);
        DataSet meta = new DataSetReader(
                        new DicomInput(new ByteArrayInputStream(bytes, 132, bytes.length), bytes.length),
                        DicomLimits.defaults())
                .group(2, new DataSetReader.Encoding(true, false));

        assertThat(Arrays.copyOf(bytes, 128)).containsOnly(0);
        assertThat(meta)
                .extracting(Element::tag)
                .containsExactly(
                        Tag.FILE_META_INFORMATION_VERSION,
                        Tag.MEDIA_STORAGE_SOP_CLASS_UID,
                        Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
                        Tag.TRANSFER_SYNTAX_UID,
                        Tag.IMPLEMENTATION_CLASS_UID,
                        Tag.IMPLEMENTATION_VERSION_NAME);
        assertThat(meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID))
                .isEqualTo(original.dataSet().string(Tag.SOP_INSTANCE_UID));
        assertThat(meta.string(Tag.IMPLEMENTATION_CLASS_UID).orElseThrow()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void textTooLongForItsRepresentationIsWrittenAsUnknownAndKnownAgain() throws IOException {
        DataSet set = new DataSet();
        set.putString(Tag.PATIENT_COMMENTS, Vr.LT, "x".repeat(70_000));

        DataSet again = Phi.object(Phi.bytes(new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, set)))
                .dataSet();

        assertThat(again).isEqualTo(set);
    }

    @Test
    void aLengthThatIsOnlyClaimedTakesNoMemory() {
        byte[] bytes = part10("1.2.840.10008.1.2.1", "E07F1000 4F57 0000 FEFFFF7F 01020304");

        assertThatRefused(bytes, DicomLimits.defaults(), Reason.TRUNCATED);
    }

    @Test
    void aLargeValueIsReadWholeAndMissedWhereverItBreaksOff() throws IOException {
        DataSet set = new DataSet();
        byte[] value = new byte[3 << 20];
        new Random(1).nextBytes(value);
        set.put(Element.of(Tag.PIXEL_DATA, Vr.OW, value));
        byte[] bytes = Phi.bytes(new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, set));

        assertThat(read(bytes)).isEqualTo(set);
        for (int end : new int[] {1 << 20, bytes.length / 2, 2 << 20, bytes.length - 1}) {
            assertThatRefused(Arrays.copyOf(bytes, end), DicomLimits.defaults(), Reason.TRUNCATED);
        }
    }

    @Test
    void sequencesAreFollowedOnlySoDeep() {
        byte[] bytes = part10("1.2.840.10008.1.2", "08001211FFFFFFFF FEFF00E0FFFFFFFF".repeat(100_000));

        assertThatRefused(bytes, DicomLimits.defaults(), Reason.TOO_DEEP);
    }

    @Test
    void elementsAreCounted() {
        byte[] bytes = part10("1.2.840.10008.1.2", "08001211FFFFFFFF" + "FEFF00E000000000".repeat(100));

        assertThatRefused(bytes, new DicomLimits(1 << 20, 8, 50, 1, 1), Reason.TOO_MANY_ELEMENTS);
    }

    @Test
    void anObjectLargerThanAllowedIsRefusedAsItGrows() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(part10("1.2.840.10008.1.2.1", "E07F1000 4F57 0000 FEFFFF7F")),
                new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }
                });

        assertThatThrownBy(() -> DicomObject.read(endless, new DicomLimits(1 << 20, 8, 50, 1, 1)))
                .extracting(refusal -> ((UnreadableDicom) refusal).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatInflatesTooFarIsRefused() {
        byte[] plain = Arrays.copyOf(HexFormat.of().parseHex("E07F10004F570000FEFFFF7F"), 32 << 20);
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] deflated = new byte[1 << 20];
        byte[] bomb =
                part10("1.2.840.10008.1.2.1.99", HexFormat.of().formatHex(deflated, 0, deflater.deflate(deflated)));
        deflater.end();

        assertThatRefused(bomb, new DicomLimits(1 << 20, 8, 50, 1, 1), Reason.TOO_LARGE);
    }

    @Test
    void unknownSequencesAreReadAsImplicit() throws IOException {
        String patientName = "10001000 02000000 4142";
        DataSet set = read(part10(
                "1.2.840.10008.1.2.1",
                "1100011055 4E0000 FFFFFFFF FEFF00E0FFFFFFFF" + patientName
                        + "FEFF0DE000000000 FEFFDDE000000000 280010005553 0200 0100"));

        assertThat(set.items(0x00111001).get(0).string(Tag.PATIENT_NAME)).contains("AB");
        assertThat(set.integer(Tag.ROWS)).hasValue(1);
    }

    /** Against the rule (PS3.5 6.2.2), but there are programs that write so. */
    @ParameterizedTest
    @ValueSource(strings = {"FFFFFFFF", "1A000000"})
    void sequencesThatAreCalledUnknownMayBeExplicit(String length) throws IOException {
        DataSet set = read(part10(
                "1.2.840.10008.1.2.1",
                "08001211 554E0000" + length + "FEFF00E0FFFFFFFF 10001000 504E 0200 4142"
                        + "FEFF0DE000000000" + (length.startsWith("F") ? "FEFFDDE000000000" : "")
                        + "280010005553 0200 0100"));

        assertThat(set.items(0x00081112).get(0).string(Tag.PATIENT_NAME)).contains("AB");
        assertThat(set.integer(Tag.ROWS)).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4E414D45442054595045", "FEFF00E0FF000000 4142", "FEFF00E002000000 4142 4344"})
    void whatIsNoSequenceWhereOneBelongsIsKeptAsBytesAndTheRestIsRead(String value) throws IOException {
        String bytes = value.replace(" ", "");
        DataSet set = read(part10(
                "1.2.840.10008.1.2",
                "08001211 %02X000000".formatted(bytes.length() / 2) + bytes + "28001000 02000000 0100"));

        assertThat(set.element(0x00081112).orElseThrow().value()).isEqualTo(hex(bytes));
        assertThat(set.integer(Tag.ROWS)).hasValue(1);
    }

    @Test
    void whatIsNoSequenceWithinAnItemLeavesTheItemWhole() throws IOException {
        DataSet set = read(part10(
                "1.2.840.10008.1.2",
                "08001211 1E000000 FEFF00E016000000 08004011 04000000 41424344 10001000 02000000 4142"
                        + "28001000 02000000 0100"));

        DataSet item = set.items(0x00081112).get(0);
        assertThat(item.element(0x00081140).orElseThrow().value()).isEqualTo(hex("41424344"));
        assertThat(item.string(Tag.PATIENT_NAME)).contains("AB");
        assertThat(set.integer(Tag.ROWS)).hasValue(1);
    }

    @Test
    void delimitersMayBeMissingAtTheEnd() throws IOException {
        DataSet set = read(part10("1.2.840.10008.1.2", "08001211FFFFFFFF FEFF00E0FFFFFFFF 10001000 02000000 4142"));

        assertThat(set.items(0x00081112).get(0).string(Tag.PATIENT_NAME)).contains("AB");
    }

    @Test
    void groupLengthsAndBytesAfterTheEndAreLeftOut() throws IOException {
        DataSet set = read(part10("1.2.840.10008.1.2.1", "08000000554C 0400 01000000 080060004353 0200 4354 000000"));

        assertThat(set).extracting(Element::tag).containsExactly(Tag.MODALITY);
    }

    @Test
    void anOddValueBecomesEven() throws IOException {
        DataSet set = read(part10("1.2.840.10008.1.2.1", "080018005549 0300 312E32 080060004353 0300 435452"));

        assertThat(set.string(Tag.SOP_INSTANCE_UID)).contains("1.2");
        assertThat(set.element(Tag.SOP_INSTANCE_UID).orElseThrow().value()).containsExactly('1', '.', '2', 0);
        assertThat(set.element(Tag.MODALITY).orElseThrow().value()).containsExactly('C', 'T', 'R', ' ');
    }

    @Test
    void aDataSetWithoutPreambleIsRead() throws IOException {
        assertThat(read(hex("080060004353 0200 4354")).string(Tag.MODALITY)).contains("CT");
        assertThat(read(hex("08006000 02000000 4354")).string(Tag.MODALITY)).contains("CT");
        assertThat(read(hex("000800604353 0002 4354")).string(Tag.MODALITY)).contains("CT");
    }

    @Test
    void aTransferSyntaxThatTheFileContradictsIsNotBelieved() throws IOException {
        DicomObject object = Phi.object(part10("1.2.840.10008.1.2", "080060004353 0200 4354"));

        assertThat(object.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(object.dataSet().string(Tag.MODALITY)).contains("CT");
    }

    @Test
    void aForeignTransferSyntaxIsRefused() {
        assertThatRefused(
                part10("1.2.3.4", "080060004353 0200 4354"),
                DicomLimits.defaults(),
                Reason.UNSUPPORTED_TRANSFER_SYNTAX);
    }

    @Test
    void whatIsNotDicomIsRefused() {
        for (String text : List.of("%PDF-1.7 and so on and so on", "PK\3\4", "\b\0", "GIF89a____________")) {
            assertThatRefused(text.getBytes(StandardCharsets.ISO_8859_1), DicomLimits.defaults(), Reason.NOT_DICOM);
        }
    }

    @Test
    void anEmptyFileAndTheImageOfADiscAreCalledWhatTheyAre() {
        assertThatRefused(new byte[0], DicomLimits.defaults(), Reason.EMPTY);
        for (String label : List.of("CD001", "BEA01")) {
            byte[] disc = new byte[20 * 2048];
            System.arraycopy(label.getBytes(StandardCharsets.US_ASCII), 0, disc, 16 * 2048 + 1, label.length());
            assertThatRefused(disc, DicomLimits.defaults(), Reason.DISC_IMAGE);
        }
        assertThatRefused(new byte[20 * 2048], DicomLimits.defaults(), Reason.NOT_DICOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phi_06.dcm", "phi_12.dcm", "phi_15.dcm"})
    void damageOfAnyKindEndsInARefusalOrAnObject(String file) throws IOException {
        byte[] sound = Arrays.copyOf(Phi.bytes(Phi.object(file)), 12_000);
        assertThatDamageIsHandled(sound, new Random(file.hashCode()));
    }

    private static void assertThatDamageIsHandled(byte[] sound, Random random) throws IOException {
        for (int i = 0; i < 500; i++) {
            byte[] damaged = sound.clone();
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                damaged[132 + random.nextInt(damaged.length - 132)] = (byte) random.nextInt();
            }
            try {
                DataSet set = read(damaged);
                set.forEach(element -> assertThat(set.strings(element.tag())).isNotNull());
                set.forEach(element -> assertThat(set.decimals(element.tag())).isNotNull());
            } catch (UnreadableDicom refusal) {
                assertThat(refusal.reason()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void damageInAnyEncodingEndsInARefusalOrAnObject(String syntax) throws IOException {
        DataSet set = Phi.object("phi_12.dcm").dataSet();
        set.remove(Tag.PIXEL_DATA);
        byte[] sound = Phi.bytes(new DicomObject(TransferSyntax.of(syntax), set));
        assertThatDamageIsHandled(sound, new Random(syntax.hashCode()));
    }

    private static void assertThatRefused(byte[] bytes, DicomLimits limits, Reason reason) {
        assertThatThrownBy(() -> DicomObject.read(new ByteArrayInputStream(bytes), limits))
                .isInstanceOf(UnreadableDicom.class)
                .extracting(refusal -> ((UnreadableDicom) refusal).reason())
                .isEqualTo(reason);
    }

    private static DataSet read(byte[] bytes) throws IOException {
        return Phi.object(bytes).dataSet();
    }

    /** A file of that transfer syntax with a data set given in hexadecimal digits. */
    private static byte[] part10(String transferSyntax, String dataSet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[128]);
        bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        String uid = transferSyntax.length() % 2 == 0 ? transferSyntax : transferSyntax + "\0";
        bytes.writeBytes(hex("020010005549"));
        bytes.write(uid.length());
        bytes.write(0);
        bytes.writeBytes(uid.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(hex(dataSet));
        return bytes.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
