package br.com.redcheck.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One data element: a tag and either a value, the items of a sequence, or the fragments of encapsulated pixel data.
 *
 * <p>Values are kept as bytes of even length, numbers always little endian whatever the transfer syntax they came in.
 * The arrays are not copied, for they may be large: whoever holds one must not change it.
 */
public final class Element {
    private static final byte[] NOTHING = {};

    private final int tag;
    private final Vr vr;
    private final byte[] value;
    private final List<DataSet> items;
    private final boolean encapsulated;
    private final byte[] offsetTable;
    private final List<byte[]> fragments;

    private Element(int tag, Vr vr, byte[] value, List<DataSet> items) {
        this.tag = tag;
        this.vr = vr;
        this.value = value;
        this.items = items;
        this.encapsulated = false;
        this.offsetTable = NOTHING;
        this.fragments = List.of();
    }

    private Element(int tag, Vr vr, byte[] offsetTable, List<byte[]> fragments, boolean encapsulated) {
        this.tag = tag;
        this.vr = vr;
        this.value = NOTHING;
        this.items = List.of();
        this.encapsulated = encapsulated;
        this.offsetTable = offsetTable;
        this.fragments = fragments;
    }

    /** An element with a plain value; an odd one gets the padding of its representation. */
    public static Element of(int tag, Vr vr, byte[] value) {
        if (vr == Vr.SQ) {
            throw new IllegalArgumentException("A sequence has items, not a value");
        }
        return new Element(tag, vr, even(value, vr.padding()), List.of());
    }

    /** A sequence. */
    public static Element sequence(int tag, List<DataSet> items) {
        return new Element(tag, Vr.SQ, NOTHING, List.copyOf(items));
    }

    /**
     * Encapsulated pixel data (PS3.5 annex A.4).
     *
     * @param vr OB or OW
     * @param offsetTable the basic offset table, empty if there is none
     */
    public static Element encapsulated(int tag, Vr vr, byte[] offsetTable, List<byte[]> fragments) {
        List<byte[]> whole =
                fragments.stream().map(fragment -> even(fragment, (byte) 0)).toList();
        return new Element(tag, vr, even(offsetTable, (byte) 0), whole, true);
    }

    private static byte[] even(byte[] value, byte padding) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] padded = Arrays.copyOf(value, value.length + 1);
        padded[value.length] = padding;
        return padded;
    }

    /** Group in the upper half, element in the lower. */
    public int tag() {
        return tag;
    }

    public Vr vr() {
        return vr;
    }

    /** The value's bytes, numbers little endian; empty for sequences and encapsulated pixel data. */
    public byte[] value() {
        return value;
    }

    /** The items of a sequence; empty otherwise. */
    public List<DataSet> items() {
        return items;
    }

    /** Whether the value comes as {@link #fragments()}. */
    public boolean isEncapsulated() {
        return encapsulated;
    }

    /** The basic offset table of encapsulated pixel data; empty if there is none. */
    public byte[] offsetTable() {
        return offsetTable;
    }

    /** The fragments of encapsulated pixel data without the basic offset table; empty otherwise. */
    public List<byte[]> fragments() {
        return fragments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Element that
                && tag == that.tag
                && vr == that.vr
                && encapsulated == that.encapsulated
                && Arrays.equals(value, that.value)
                && items.equals(that.items)
                && Arrays.equals(offsetTable, that.offsetTable)
                && Arrays.deepEquals(fragments.toArray(), that.fragments.toArray());
    }

    @Override
    public int hashCode() {
        return Objects.hash(tag, vr, Arrays.hashCode(value), items, Arrays.deepHashCode(fragments.toArray()));
    }

    /** Tag and representation; never the value, which may be about a patient. */
    @Override
    public String toString() {
        return "(%04X,%04X) %s".formatted(tag >>> 16, tag & 0xFFFF, vr);
    }
}
