package br.com.redcheck.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges the values of elements that may stay, each by what its representation can hold. */
final class ValueCleaner {
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern AGE = Pattern.compile("[0-9]{3}[DWMY]");
    private static final int LONGEST_NUMBER = 16;
    private static final int FEW_BYTES = 256;

    /** Shorter numbers are the same as a record's by chance, and a picture needs them. */
    private static final int SHORTEST_IDENTIFIER = 6;

    private static final Set<String> ASCII_TERMS = Set.of("ISO_IR 6", "ISO 2022 IR 6");

    /** Elements in which makers name devices, programs and methods: no list of words could know these. */
    private static final Set<Integer> DESIGNATIONS = Set.of(
            Tag.MANUFACTURER,
            Tag.MANUFACTURER_MODEL_NAME,
            Tag.SEQUENCE_NAME,
            Tag.SOFTWARE_VERSIONS,
            Tag.CONVOLUTION_KERNEL,
            Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER,
            Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME,
            Tag.SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS);

    private static final Set<Integer> CODES =
            Set.of(Tag.CODE_VALUE, Tag.LONG_CODE_VALUE, Tag.CODING_SCHEME_DESIGNATOR, Tag.CODING_SCHEME_VERSION);

    /** Schemes that are published and in which nobody invents codes (PS3.16 table 8-1). */
    private static final Set<String> PUBLISHED_SCHEMES = Set.of(
            "DCM",
            "SRT",
            "SCT",
            "SNM3",
            "99SDM",
            "LN",
            "UMLS",
            "UCUM",
            "RADLEX",
            "FMA",
            "NCIT",
            "ICDO3",
            "I10",
            "I10P",
            "I9C",
            "C4",
            "ACR",
            "BI",
            "ISO3166_1",
            "RFC5646",
            "MDC");

    /** Where bytes are samples, tables or traces; elsewhere nobody can tell what they say. */
    private static final Set<Integer> SAMPLE_GROUPS = Set.of(0x0028, 0x5400, 0x7FE0);

    private final TextCleaner texts;
    private final OwnIdentity identity;
    private final Function<Vr, Function<String, Optional<String>>> dates;

    /** @param dates what becomes of a date or a time of that representation; empty if it may not stay */
    ValueCleaner(OwnIdentity identity, Function<Vr, Function<String, Optional<String>>> dates) {
        this.texts = new TextCleaner(identity);
        this.identity = identity;
        this.dates = dates;
    }

    /** The element as it may stay: itself, or with other values; empty if nothing may. */
    Optional<Element> cleaned(Element element, DataSet around) {
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            return Optional.of(characterSets(element, around));
        }
        return switch (element.vr()) {
            case CS -> each(element, around, texts::codeString);
            case DS, IS -> whole(element, around, only(this::isNumber));
            case AS -> whole(element, around, only(age -> AGE.matcher(age).matches()));
            case DA, DT, TM -> whole(element, around, dates.apply(element.vr()));
            case LO, SH, UC -> each(element, around, name(element.tag(), around));
            case LT, ST, UT -> each(element, around, texts::prose);
            case OB, OW -> Optional.of(element).filter(bytes -> SAMPLE_GROUPS.contains(Tag.group(bytes.tag())));
            case AE, PN, UI, UN, UR, SQ -> Optional.empty();
            default -> Optional.of(element).filter(numbers -> !readsAsPerson(numbers));
        };
    }

    /** The terms that we know, as the standard writes them (PS3.3 C.12.1.1.2); others meant nothing when the texts were read. */
    private static Element characterSets(Element element, DataSet around) {
        List<String> terms = around.strings(element.tag());
        List<String> known = terms.stream().map(ValueCleaner::definedTerm).toList();
        if (element.vr() == Vr.CS && known.equals(terms)) {
            return paddedWithSpaces(element);
        }
        return Element.of(element.tag(), Vr.CS, String.join("\\", known).getBytes(StandardCharsets.US_ASCII));
    }

    private static String definedTerm(String term) {
        String upper = term.strip().toUpperCase(Locale.ROOT);
        boolean known = upper.isEmpty() || Repertoire.named(upper) != Repertoire.ASCII || ASCII_TERMS.contains(upper);
        return known ? upper : "ISO_IR 6";
    }

    /** Whether a few bytes that should be numbers can be read as text, and it is the person's. */
    private boolean readsAsPerson(Element element) {
        int length = element.value().length;
        return length >= SHORTEST_IDENTIFIER
                && length <= FEW_BYTES
                && identity.isIn(new String(element.value(), StandardCharsets.ISO_8859_1));
    }

    private boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER
                && NUMBER.matcher(text).matches()
                && (text.length() < SHORTEST_IDENTIFIER || !identity.isIn(text));
    }

    private Function<String, Optional<String>> name(int tag, DataSet around) {
        boolean published = around.string(Tag.CODING_SCHEME_DESIGNATOR)
                .filter(PUBLISHED_SCHEMES::contains)
                .flatMap(texts::code) // a scheme that is called like the patient goes, and its codes with it
                .isPresent();
        if (CODES.contains(tag)) {
            return published ? texts::code : none -> Optional.empty();
        }
        if (tag == Tag.CODE_MEANING) {
            return published ? texts::designation : texts::descriptor;
        }
        return DESIGNATIONS.contains(tag) ? texts::designation : texts::descriptor;
    }

    private static Function<String, Optional<String>> only(Predicate<String> mayStay) {
        return text -> Optional.of(text).filter(mayStay);
    }

    /** All values, or none where one may not stay. */
    private static Optional<Element> whole(
            Element element, DataSet around, Function<String, Optional<String>> cleaned) {
        List<String> values = around.strings(element.tag());
        List<String> kept = new ArrayList<>();
        for (String value : values) {
            Optional<String> other = value.isEmpty() ? Optional.of(value) : cleaned.apply(value.strip());
            if (other.isEmpty()) {
                return Optional.empty();
            }
            kept.add(other.get());
        }
        return Optional.of(with(element, values, kept));
    }

    /** Each value on its own, in its place; empty if none of them may stay. */
    private static Optional<Element> each(Element element, DataSet around, Function<String, Optional<String>> cleaned) {
        List<String> values = around.strings(element.tag());
        List<String> kept =
                values.stream().map(value -> cleaned.apply(value).orElse("")).toList();
        boolean nothing =
                kept.stream().allMatch(String::isEmpty) && !values.stream().allMatch(String::isEmpty);
        return nothing ? Optional.empty() : Optional.of(with(element, values, kept));
    }

    /** The element as it is where nothing changed; else in plain ASCII, which every character set can say. */
    private static Element with(Element element, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return paddedWithSpaces(element);
        }
        String text = after.stream().map(ValueCleaner::ascii).collect(Collectors.joining("\\"));
        return Element.of(element.tag(), element.vr(), text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Old files end their texts with zeros, where spaces belong (PS3.5 section 6.2). */
    private static Element paddedWithSpaces(Element element) {
        byte[] value = element.value();
        int end = value.length;
        while (end > 0 && value[end - 1] == 0) {
            end--;
        }
        if (end == value.length) {
            return element;
        }
        byte[] padded = value.clone();
        Arrays.fill(padded, end, padded.length, (byte) ' ');
        return Element.of(element.tag(), element.vr(), padded);
    }

    private static String ascii(String text) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return text;
        }
        String plain = Words.folded(text).toUpperCase(Locale.ROOT);
        return StandardCharsets.US_ASCII.newEncoder().canEncode(plain) ? plain : "";
    }
}
