package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadableDicom.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of a data set (PS3.5 section 7), with the patience that files in the field ask for: an element whose
 * representation is no two letters is taken as implicit, delimiters may be missing at the end, lengths of groups are ignored, and what is
 * no sequence where one belongs is kept as bytes if it says where it ends.
 */
final class DataSetReader {
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final long ENDLESS = Long.MAX_VALUE;

    /** How elements are written. */
    record Encoding(boolean explicitVr, boolean bigEndian) {
        static final Encoding IMPLICIT = new Encoding(false, false);
    }

    /** @param contents how the items of a sequence are written: where the sender knew no better than UN, implicit by the rule (PS3.5 6.2.2) */
    private record Header(int tag, Vr vr, long length, Encoding contents) {
        boolean isUndefined() {
            return length == UNDEFINED;
        }
    }

    private final DicomInput in;
    private final DicomLimits limits;
    private final AtomicInteger elements;

    DataSetReader(DicomInput in, DicomLimits limits) {
        this(in, limits, new AtomicInteger());
    }

    private DataSetReader(DicomInput in, DicomLimits limits, AtomicInteger elements) {
        this.in = in;
        this.limits = limits;
        this.elements = elements;
    }

    /** Everything up to the end of the bytes. */
    DataSet all(Encoding encoding) throws IOException {
        DataSet set = new DataSet();
        read(set, encoding, ENDLESS, 0);
        return set;
    }

    /** The elements of the group that is next, and no further. */
    DataSet group(int group, Encoding encoding) throws IOException {
        DataSet set = new DataSet();
        for (byte[] next = in.peek(8); next.length == 8 && group == Tag.group(tag(next, encoding)); next = in.peek(8)) {
            element(set, encoding, 0);
        }
        return set;
    }

    private void read(DataSet into, Encoding encoding, long end, int depth) throws IOException {
        while (in.position() < end) {
            byte[] next = in.peek(8);
            if (next.length < 8) {
                endOfBytes(end, depth);
                return;
            }
            int tag = tag(next, encoding);
            if (tag == Tag.ITEM_DELIMITATION || tag == Tag.SEQUENCE_DELIMITATION) {
                if (depth > 0 && end == ENDLESS) {
                    in.bytes(tag == Tag.ITEM_DELIMITATION ? 8 : 0); // the other one belongs to the sequence around
                    return;
                }
                in.bytes(8); // a stray one
            } else {
                element(into, encoding, depth);
            }
        }
        if (in.position() > end) {
            throw new UnreadableDicom(Reason.MALFORMED);
        }
    }

    /** A few bytes after the last element are padding; an item that is shorter than it says is not. */
    private void endOfBytes(long end, int depth) throws IOException {
        if (end != ENDLESS) {
            throw new UnreadableDicom(Reason.TRUNCATED);
        }
        if (depth == 0) {
            in.bytes(in.peek(8).length);
        }
    }

    private void element(DataSet into, Encoding encoding, int depth) throws IOException {
        Header header = header(into, encoding);
        count();
        Element element = value(header, into, encoding, depth);
        if (!Tag.isGroupLength(header.tag())) {
            into.put(element);
        }
    }

    private void count() {
        if (elements.incrementAndGet() > limits.elements()) {
            throw new UnreadableDicom(Reason.TOO_MANY_ELEMENTS, limits.elements());
        }
    }

    private Header header(DataSet into, Encoding encoding) throws IOException {
        byte[] start = in.bytes(8);
        int tag = tag(start, encoding);
        String letters = new String(start, 4, 2, StandardCharsets.ISO_8859_1);
        boolean bigEndian = encoding.bigEndian();
        if (!encoding.explicitVr() || !isVr(letters)) {
            return new Header(tag, Dictionary.vr(tag, into), DicomInput.number(start, 4, 4, bigEndian), encoding);
        }
        Vr vr = Vr.named(letters);
        if (vr != null && vr.hasLongLength()) {
            return vr == Vr.UN
                    ? new Header(tag, Dictionary.vr(tag, into), in.number(4, bigEndian), Encoding.IMPLICIT)
                    : new Header(tag, vr, in.number(4, bigEndian), encoding);
        }
        long length = DicomInput.number(start, 6, 2, bigEndian);
        return new Header(tag, vr == null ? Dictionary.vr(tag, into) : vr, length, encoding);
    }

    static boolean isVr(String letters) {
        return isCapital(letters.charAt(0)) && isCapital(letters.charAt(1));
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private Element value(Header header, DataSet into, Encoding encoding, int depth) throws IOException {
        if (header.isUndefined() && header.vr().isBulk()) {
            return fragments(header, encoding);
        }
        if (header.isUndefined()) {
            return Element.sequence(header.tag(), items(header.contents(), encoding, ENDLESS, into, depth));
        }
        if (header.vr() == Vr.SQ) {
            return sequence(header, encoding, into, depth);
        }
        byte[] value = in.bytes(header.length());
        if (encoding.bigEndian()) {
            ByteOrders.swap(value, header.vr().unit());
        }
        return Element.of(header.tag(), header.vr(), value);
    }

    /** The bytes are there whatever they hold: what cannot be read as items is kept as bytes of which nobody knows what they say. */
    private Element sequence(Header header, Encoding around, DataSet parent, int depth) throws IOException {
        DicomInput part = in.part(header.length());
        try {
            DataSetReader reader = new DataSetReader(part, limits, elements);
            return Element.sequence(
                    header.tag(), reader.items(header.contents(), around, header.length(), parent, depth));
        } catch (UnreadableDicom odd) {
            if (odd.reason() != Reason.MALFORMED && odd.reason() != Reason.TRUNCATED) {
                throw odd;
            }
            return Element.of(header.tag(), Vr.UN, part.all());
        }
    }

    private List<DataSet> items(Encoding ruled, Encoding around, long end, DataSet parent, int depth)
            throws IOException {
        if (depth == limits.depth()) {
            throw new UnreadableDicom(Reason.TOO_DEEP, limits.depth());
        }
        List<DataSet> items = new ArrayList<>();
        while (in.position() < end) {
            Header item = delimiter(ruled, end);
            if (item == null || item.tag() == Tag.SEQUENCE_DELIMITATION) {
                return items;
            }
            if (item.tag() == Tag.ITEM) {
                count();
                DataSet set = new DataSet(parent);
                Encoding actual = namesItsElements(in.peek(8), around, set) ? around : ruled;
                read(set, actual, item.isUndefined() ? ENDLESS : in.position() + item.length(), depth + 1);
                items.add(set);
            }
        }
        if (in.position() > end) {
            throw new UnreadableDicom(Reason.MALFORMED);
        }
        return items;
    }

    /** Whether an item is explicit although it should not be: its first element has the representation that the dictionary gives it. */
    private static boolean namesItsElements(byte[] start, Encoding around, DataSet set) {
        return around.explicitVr()
                && start.length == 8
                && Dictionary.vr(tag(start, around), set)
                        == Vr.named(new String(start, 4, 2, StandardCharsets.ISO_8859_1));
    }

    private Element fragments(Header header, Encoding encoding) throws IOException {
        List<byte[]> fragments = new ArrayList<>();
        Header item = delimiter(encoding, ENDLESS);
        while (item != null && item.tag() == Tag.ITEM && !item.isUndefined()) {
            count();
            fragments.add(in.bytes(item.length()));
            item = delimiter(encoding, ENDLESS);
        }
        if (item != null && item.tag() != Tag.SEQUENCE_DELIMITATION) {
            throw new UnreadableDicom(Reason.MALFORMED);
        }
        byte[] offsetTable = fragments.isEmpty() ? new byte[0] : fragments.remove(0);
        return Element.encapsulated(header.tag(), header.vr(), offsetTable, fragments);
    }

    /** The header of an item or a delimiter; null where the bytes end and nothing says they should not. */
    private @Nullable Header delimiter(Encoding encoding, long end) throws IOException {
        if (end == ENDLESS && in.peek(8).length < 8) {
            return null;
        }
        byte[] bytes = in.bytes(8);
        int tag = tag(bytes, encoding);
        if (tag != Tag.ITEM && tag != Tag.ITEM_DELIMITATION && tag != Tag.SEQUENCE_DELIMITATION) {
            throw new UnreadableDicom(Reason.MALFORMED);
        }
        return new Header(tag, Vr.UN, DicomInput.number(bytes, 4, 4, encoding.bigEndian()), encoding);
    }

    private static int tag(byte[] bytes, Encoding encoding) {
        int group = (int) DicomInput.number(bytes, 0, 2, encoding.bigEndian());
        return group << 16 | (int) DicomInput.number(bytes, 2, 2, encoding.bigEndian());
    }
}
