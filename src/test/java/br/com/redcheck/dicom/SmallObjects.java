package br.com.redcheck.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small objects with something of everything, as seeds for programs that change them at random. */
final class SmallObjects {
    private SmallObjects() {}

    /** The same object as files in every kind of encoding, and one without preamble and meta. */
    static Stream<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String uid : List.of(
                "1.2.840.10008.1.2",
                "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99",
                "1.2.840.10008.1.2.4.70",
                "1.2.840.10008.1.2.8.1")) {
            TransferSyntax syntax = TransferSyntax.of(uid);
            byte[] file = Phi.bytes(new DicomObject(syntax, exam(syntax.encapsulated())));
            files.add(file);
            files.add(Arrays.copyOfRange(file, 132, file.length));
        }
        return files.stream();
    }

    private static DataSet exam(boolean encapsulated) {
        DataSet set = new DataSet();
        set.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100");
        set.putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2.1");
        set.putString(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.99999.1.2");
        set.putString(Tag.STUDY_DATE, Vr.DA, "20200401");
        set.putString(Tag.ACQUISITION_DATE_TIME, Vr.DT, "20200401101112.5-0300");
        set.putString(Tag.STUDY_TIME, Vr.TM, "101112");
        set.putString(Tag.MANUFACTURER, Vr.LO, "Example 3");
        set.putString(Tag.STUDY_DESCRIPTION, Vr.LO, "TC TÓRAX João Testonildo 01/04/2020");
        set.putString(Tag.PATIENT_NAME, Vr.PN, "Testonildo^João");
        set.putString(Tag.PATIENT_ID, Vr.LO, "PRT 4711");
        set.putString(Tag.PATIENT_SEX, Vr.CS, "M");
        set.putString(Tag.PATIENT_AGE, Vr.AS, "092Y");
        set.putString(0x00190010, Vr.LO, "GEMS_ACQU_01");
        set.put(Element.of(0x00191023, Vr.UN, "1.5 ".getBytes(StandardCharsets.US_ASCII)));
        set.putString(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.99999.1");
        set.putString(0x00204000, Vr.LT, "sem contraste");
        set.putShorts(Tag.ROWS, Vr.US, 2);
        set.putShorts(Tag.COLUMNS, Vr.US, 2);
        set.putString(Tag.WINDOW_CENTER, Vr.DS, "-600", "40");
        set.put(Element.sequence(0x00400275, List.of(item())));
        set.put(
                encapsulated
                        ? Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, new byte[4], List.of(new byte[] {3, 0, 1, 2}))
                        : Element.of(Tag.PIXEL_DATA, Vr.OW, new byte[8]));
        return set;
    }

    private static DataSet item() {
        DataSet item = new DataSet();
        item.putString(Tag.CODE_VALUE, Vr.SH, "T-D3000");
        item.putString(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "SRT");
        item.putString(Tag.CODE_MEANING, Vr.LO, "Chest");
        item.putString(0x00400007, Vr.LO, "RX torax de João Testonildo");
        return item;
    }
}
