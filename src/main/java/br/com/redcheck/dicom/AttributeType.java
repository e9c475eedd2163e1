package br.com.redcheck.dicom;

/** What an information object definition asks of an attribute (PS3.5 section 7.4); conditions are taken as met. */
enum AttributeType {
    /** Type 1. */
    REQUIRED,
    /** Type 2. */
    MAY_BE_EMPTY,
    /** Type 3. */
    OPTIONAL,
    /** Nobody looked it up. */
    UNKNOWN;

    static AttributeType of(String digit) {
        return switch (digit) {
            case "1" -> REQUIRED;
            case "2" -> MAY_BE_EMPTY;
            case "3" -> OPTIONAL;
            default -> UNKNOWN;
        };
    }
}
