package br.com.redcheck.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes preamble, file meta and data set (PS3.10 section 7). */
final class Part10Writer {
    /** Ours, from a random UUID (PS3.5 B.2). */
    static final String IMPLEMENTATION_CLASS_UID = "2.25.267463031062182095608834122913288904903";

    static final String IMPLEMENTATION_VERSION_NAME = "COVID_DICOM_1";

    private final OutputStream out;

    Part10Writer(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    void write(DicomObject object) throws IOException {
        TransferSyntax syntax = object.transferSyntax();
        byte[] meta = bytes(meta(object));
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        out.write(bytes(groupLength(meta.length)));
        out.write(meta);
        if (syntax.deflated()) {
            deflate(object.dataSet());
        } else {
            new DataSetWriter(out, syntax.explicitVr(), syntax.bigEndian()).write(object.dataSet());
        }
        out.flush();
    }

    private static DataSet groupLength(int length) {
        DataSet set = new DataSet();
        byte[] value = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array();
        set.put(Element.of(0x00020000, Vr.UL, value));
        return set;
    }

    private static DataSet meta(DicomObject object) {
        DataSet meta = new DataSet();
        meta.put(Element.of(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1}));
        object.dataSet()
                .string(Tag.SOP_CLASS_UID)
                .ifPresent(uid -> meta.putString(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, uid));
        object.dataSet()
                .string(Tag.SOP_INSTANCE_UID)
                .ifPresent(uid -> meta.putString(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, uid));
        meta.putString(Tag.TRANSFER_SYNTAX_UID, Vr.UI, object.transferSyntax().uid());
        meta.putString(Tag.IMPLEMENTATION_CLASS_UID, Vr.UI, IMPLEMENTATION_CLASS_UID);
        meta.putString(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, IMPLEMENTATION_VERSION_NAME);
        return meta;
    }

    private static byte[] bytes(DataSet meta) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataSetWriter(bytes, true, false).write(meta);
        return bytes.toByteArray();
    }

    private void deflate(DataSet set) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater);
            OutputStream buffered = new BufferedOutputStream(deflated);
            new DataSetWriter(buffered, true, false).write(set);
            buffered.flush();
            deflated.finish();
            if (deflater.getBytesWritten() % 2 != 0) {
                out.write(0); // PS3.5 A.5
            }
        } finally {
            deflater.end();
        }
    }
}
