package br.com.redcheck.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Makes small objects with pixels: gray, 16 bits, unsigned, uncompressed until told otherwise. */
final class Picture {
    private final DataSet dataSet = new DataSet();
    private TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    Picture(int rows, int columns) {
        number(Tag.ROWS, rows).number(Tag.COLUMNS, columns).number(Tag.SAMPLES_PER_PIXEL, 1);
        bits(16, 16).number(Tag.PIXEL_REPRESENTATION, 0).photometric("MONOCHROME2");
    }

    Picture number(int tag, int... values) {
        dataSet.putShorts(tag, Vr.US, values);
        return this;
    }

    Picture text(int tag, Vr vr, String value) {
        dataSet.putString(tag, vr, value);
        return this;
    }

    Picture bits(int allocated, int stored) {
        return number(Tag.BITS_ALLOCATED, allocated)
                .number(Tag.BITS_STORED, stored)
                .number(Tag.HIGH_BIT, stored - 1);
    }

    Picture signed() {
        return number(Tag.PIXEL_REPRESENTATION, 1);
    }

    Picture photometric(String name) {
        return text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, name);
    }

    Picture colour(String name) {
        return photometric(name).number(Tag.SAMPLES_PER_PIXEL, 3).bits(8, 8);
    }

    Picture frames(int frames) {
        return text(Tag.NUMBER_OF_FRAMES, Vr.IS, Integer.toString(frames));
    }

    Picture sequence(int tag, DataSet item) {
        dataSet.put(Element.sequence(tag, List.of(item)));
        return this;
    }

    Picture bytes(int... samples) {
        return nativeBytes(packed(samples));
    }

    Picture words(int... samples) {
        return nativeBytes(wide(samples));
    }

    Picture nativeBytes(byte[] bytes) {
        dataSet.put(Element.of(Tag.PIXEL_DATA, Vr.OW, bytes));
        return this;
    }

    Picture located(String syntaxUid, byte[] offsets, byte[]... fragments) {
        syntax = TransferSyntax.of(syntaxUid);
        dataSet.put(Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, offsets, List.of(fragments)));
        return this;
    }

    Picture fragments(String syntaxUid, byte[]... fragments) {
        return located(syntaxUid, new byte[0], fragments);
    }

    DataSet dataSet() {
        return dataSet;
    }

    DicomObject object() {
        return new DicomObject(syntax, dataSet);
    }

    PixelData pixels() {
        return PixelData.of(object(), DicomLimits.defaults());
    }

    static byte[] packed(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> bytes.put((byte) value));
        return bytes.array();
    }

    static byte[] wide(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
        return bytes.array();
    }
}
