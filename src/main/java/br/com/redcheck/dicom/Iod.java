package br.com.redcheck.dicom;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The information object definitions (PS3.3 annex A) for which we know how the confidentiality profile leaves an object valid;
 * those of one column of {@code attribute-types.tsv} agree in all that the table asks of them.
 */
enum Iod {
    CR("1"),
    DX("1.1", "1.1.1", "1.2", "1.2.1", "1.3", "1.3.1"),
    CT("2"),
    MR("4"),
    XA("12.1", "12.2"),
    SC("7", "7.1", "7.2", "7.3", "7.4"),
    ENHANCED_CT("2.1", "2.2"),
    ENHANCED_MR("4.1", "4.3", "4.4"),
    ENHANCED_XA("12.1.1", "12.2.1"),
    /** Any other: what the modules ask that all composite objects have. */
    OTHER,
    /** None, inside a sequence, where a macro may ask for anything. */
    NESTED;

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final Map<String, Iod> BY_CLASS = Stream.of(values())
            .flatMap(iod -> iod.classes.stream().map(uid -> Map.entry(STORAGE + uid, iod)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<Integer, List<AttributeType>> TYPES = Facts.rows("attribute-types.tsv")
            .collect(Collectors.toUnmodifiableMap(row -> Facts.tag(row.get(0)), Iod::types));

    private final List<String> classes;

    Iod(String... classes) {
        this.classes = List.of(classes);
    }

    private static List<AttributeType> types(List<String> row) {
        return row.subList(2, row.size()).stream().map(AttributeType::of).toList();
    }

    /** The definition that the object follows by its SOP class. */
    static Iod of(DataSet object) {
        return BY_CLASS.getOrDefault(object.string(Tag.SOP_CLASS_UID).orElse(""), OTHER);
    }

    /** What the definition asks of an attribute. */
    AttributeType type(int tag) {
        List<AttributeType> types = TYPES.get(tag);
        return types == null || this == NESTED ? AttributeType.UNKNOWN : types.get(ordinal());
    }
}
