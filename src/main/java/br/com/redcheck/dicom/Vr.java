package br.com.redcheck.dicom;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The value representations of PS3.5 section 6.2: what the bytes of an element's value are. */
public enum Vr {
    AE(Kind.ASCII),
    AS(Kind.ASCII),
    AT(2),
    CS(Kind.ASCII),
    DA(Kind.ASCII),
    DS(Kind.ASCII),
    DT(Kind.ASCII),
    FD(8),
    FL(4),
    IS(Kind.ASCII),
    LO(Kind.TEXT),
    LT(Kind.PROSE),
    OB(Kind.BULK, 1),
    OD(Kind.BULK, 8),
    OF(Kind.BULK, 4),
    OL(Kind.BULK, 4),
    OV(Kind.BULK, 8),
    OW(Kind.BULK, 2),
    PN(Kind.TEXT),
    SH(Kind.TEXT),
    SL(4),
    SQ(Kind.SEQUENCE, 1),
    SS(2),
    ST(Kind.PROSE),
    SV(8),
    TM(Kind.ASCII),
    UC(Kind.TEXT),
    UI(Kind.ASCII),
    UL(4),
    UN(Kind.BULK, 1),
    UR(Kind.ASCII),
    US(2),
    UT(Kind.PROSE),
    UV(8);

    /** How values of a representation are made. */
    private enum Kind {
        /** Characters of the default repertoire, several values parted by a backslash. */
        ASCII,
        /** Characters of the specific character set, several values parted by a backslash. */
        TEXT,
        /** Characters of the specific character set, always a single value. */
        PROSE,
        BINARY,
        BULK,
        SEQUENCE
    }

    private static final Map<String, Vr> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Vr::name, vr -> vr));

    private final Kind kind;
    private final int unit;

    Vr(Kind kind) {
        this(kind, 1);
    }

    Vr(int unit) {
        this(Kind.BINARY, unit);
    }

    Vr(Kind kind, int unit) {
        this.kind = kind;
        this.unit = unit;
    }

    /** The representation of that two-letter name, or null if there is none. */
    static @Nullable Vr named(String name) {
        return BY_NAME.get(name);
    }

    /** The bytes of one number, which change places where the byte order changes; 1 where there is no order. */
    int unit() {
        return unit;
    }

    /** Whether values are characters. */
    public boolean isText() {
        return kind == Kind.ASCII || kind == Kind.TEXT || kind == Kind.PROSE;
    }

    /** Whether characters are in the specific character set of the data set, not in the default repertoire. */
    boolean hasCharacterSet() {
        return kind == Kind.TEXT || kind == Kind.PROSE;
    }

    /** Whether a backslash parts values. */
    boolean isMultiValued() {
        return kind != Kind.PROSE && this != UR;
    }

    /** Whether values are whole binary numbers. */
    boolean isBinaryInteger() {
        return kind == Kind.BINARY && this != FL && this != FD && this != AT;
    }

    /** Whether undefined length means fragments, not items. */
    boolean isBulk() {
        return kind == Kind.BULK && this != UN;
    }

    /** Whether explicit encodings give the length in 32 bits (PS3.5 table 7.1-1). */
    boolean hasLongLength() {
        return kind == Kind.BULK
                || kind == Kind.SEQUENCE
                || this == UC
                || this == UR
                || this == UT
                || this == SV
                || this == UV;
    }

    /** What makes an odd value even. */
    byte padding() {
        return isText() && this != UI ? (byte) ' ' : 0;
    }
}
