package br.com.redcheck.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Private elements that are known to hold no more than numbers and codes of the machine (PS3.15 table E.3.10-1, in part). */
final class SafePrivate {
    private static final int FIRST_BLOCK = 0x10;
    private static final int LONGEST = 256;

    /** @param element the tag with zeros where the block is */
    private record Key(String creator, int element) {}

    private static final Map<Key, Vr> SAFE = Facts.rows("safe-private.tsv")
            .collect(Collectors.toUnmodifiableMap(
                    row -> new Key(row.get(0), Facts.tag(row.get(1).replace('x', '0'))),
                    row -> Vr.valueOf(row.get(2))));

    private SafePrivate() {}

    /** The tag of the element that says whose that private element is; it reserves a block of 256 (PS3.5 section 7.8.1). */
    static int creator(int tag) {
        return (tag & 0xFFFF0000) | (Tag.element(tag) >>> 8);
    }

    /**
     * The element with the representation it is known to have, if whoever reserved its block in this data set says nothing with it
     * about anybody.
     */
    static Optional<Element> element(Element element, DataSet set) {
        int tag = element.tag();
        if (!Tag.isPrivate(tag) || Tag.element(tag) >>> 8 < FIRST_BLOCK) {
            return Optional.empty();
        }
        return set.string(creator(tag))
                .map(creator -> SAFE.get(new Key(creator, tag & 0xFFFF00FF)))
                .flatMap(vr -> represented(element, vr));
    }

    private static Optional<Element> represented(Element element, Vr vr) {
        boolean unknown = element.vr() == Vr.UN && element.value().length <= LONGEST;
        return Optional.of(unknown ? Element.of(element.tag(), vr, element.value()) : element)
                .filter(known -> known.vr() == vr && known.items().isEmpty());
    }
}
