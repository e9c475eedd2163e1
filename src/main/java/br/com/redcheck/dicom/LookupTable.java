package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * A look-up table of the data set (PS3.3 C.11.1.1 and C.7.6.3.1.5).
 *
 * @param first the input that the first entry is for; smaller ones take it too, and larger ones than the last take the last
 * @param bits how many bits of an entry count
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package
record LookupTable(int first, int bits, int[] entries) {
    int at(int input) {
        long index = (long) input - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    /** The first item that holds a table; some writers leave items with nothing in them. */
    static Optional<DataSet> item(DataSet dataSet, int sequenceTag) {
        return dataSet.items(sequenceTag).stream()
                .filter(item -> item.decimals(Tag.LUT_DESCRIPTOR).length > 0)
                .findFirst();
    }

    /**
     * Reads the table of these two elements.
     *
     * @param signed whether its inputs are, which decides how to read the descriptor's second number
     */
    static LookupTable of(DataSet dataSet, int descriptorTag, int dataTag, boolean signed) {
        return of(dataSet, descriptorTag, signed, (count, bits) -> entries(value(dataSet, dataTag), count));
    }

    /** The same of a segmented palette. */
    static LookupTable ofSegments(DataSet dataSet, int descriptorTag, int segmentsTag, boolean signed) {
        return of(
                dataSet,
                descriptorTag,
                signed,
                (count, bits) -> SegmentedPalette.entries(value(dataSet, segmentsTag), bits, count));
    }

    /** How many entries of how many bits are to be read. */
    private interface Entries {
        int[] of(int count, int bits);
    }

    private static byte[] value(DataSet dataSet, int tag) {
        return dataSet.element(tag).map(Element::value).orElse(new byte[0]);
    }

    private static LookupTable of(DataSet dataSet, int descriptorTag, boolean signed, Entries entries) {
        double[] descriptor = dataSet.decimals(descriptorTag);
        if (descriptor.length != 3) {
            throw new UnreadablePixels(Reason.HEADER, "LUTDescriptor");
        }
        int count = (int) descriptor[0] & 0xFFFF;
        int first = signed ? (short) descriptor[1] : (int) descriptor[1] & 0xFFFF;
        int bits = (int) descriptor[2];
        if (bits < 1 || bits > 16) {
            throw new UnreadablePixels(Reason.HEADER, "LUTDescriptor");
        }
        return new LookupTable(first, bits, entries.of(count == 0 ? 1 << 16 : count, bits));
    }

    /** Entries are 16 bits wide; a table half as long has 8-bit ones. */
    private static int[] entries(byte[] data, int count) {
        if (data.length < count) {
            throw new UnreadablePixels(Reason.HEADER, "LUTData");
        }
        int[] entries = new int[count];
        if (data.length >= 2 * count) {
            ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
            Arrays.setAll(entries, i -> in.getShort() & 0xFFFF);
        } else {
            Arrays.setAll(entries, i -> data[i] & 0xFF);
        }
        return entries;
    }
}
