package br.com.redcheck.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the elements of a data set (PS3.5 section 7); sequences and items with undefined length. */
final class DataSetWriter {
    private static final int UNDEFINED = -1;
    private static final int LONGEST_SHORT = 0xFFFE;

    private final OutputStream out;
    private final boolean explicitVr;
    private final boolean bigEndian;

    DataSetWriter(OutputStream out, boolean explicitVr, boolean bigEndian) {
        this.out = out;
        this.explicitVr = explicitVr;
        this.bigEndian = bigEndian;
    }

    void write(DataSet set) throws IOException {
        for (Element element : set) {
            write(element);
        }
    }

    private void write(Element element) throws IOException {
        if (element.vr() == Vr.SQ) {
            header(element.tag(), Vr.SQ, UNDEFINED);
            items(element.items());
        } else if (element.isEncapsulated()) {
            header(element.tag(), element.vr(), UNDEFINED);
            fragments(element);
        } else {
            header(element.tag(), element.vr(), element.value().length);
            out.write(ordered(element));
        }
    }

    private void items(List<DataSet> items) throws IOException {
        for (DataSet item : items) {
            delimiter(Tag.ITEM, UNDEFINED);
            write(item);
            delimiter(Tag.ITEM_DELIMITATION, 0);
        }
        delimiter(Tag.SEQUENCE_DELIMITATION, 0);
    }

    private void fragments(Element element) throws IOException {
        fragment(element.offsetTable());
        for (byte[] fragment : element.fragments()) {
            fragment(fragment);
        }
        delimiter(Tag.SEQUENCE_DELIMITATION, 0);
    }

    private void fragment(byte[] bytes) throws IOException {
        delimiter(Tag.ITEM, bytes.length);
        out.write(bytes);
    }

    private byte[] ordered(Element element) {
        if (!bigEndian || element.vr().unit() == 1) {
            return element.value();
        }
        byte[] swapped = element.value().clone();
        ByteOrders.swap(swapped, element.vr().unit());
        return swapped;
    }

    private void header(int tag, Vr vr, int length) throws IOException {
        if (!explicitVr) {
            delimiter(tag, length);
            return;
        }
        // Too long for the 16 bits that its representation gives it: UN has 32 (PS3.5 6.2.2, note 2).
        Vr named = !vr.hasLongLength() && length > LONGEST_SHORT ? Vr.UN : vr;
        tag(tag);
        out.write(named.name().getBytes(StandardCharsets.US_ASCII));
        if (named.hasLongLength()) {
            number(0, 2);
            number(length, 4);
        } else {
            number(length, 2);
        }
    }

    /** Items and delimiters name no representation in any encoding. */
    private void delimiter(int tag, int length) throws IOException {
        tag(tag);
        number(length, 4);
    }

    private void tag(int tag) throws IOException {
        number(Tag.group(tag), 2);
        number(Tag.element(tag), 2);
    }

    private void number(int number, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write(number >>> (8 * (bigEndian ? bytes - 1 - i : i)));
        }
    }
}
