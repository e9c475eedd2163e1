package br.com.redcheck.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Elements in the order of their tags: a whole object or an item of a sequence.
 *
 * <p>An item knows the data set around it and takes the character set from there if it names none itself. A data set is
 * therefore an item of one sequence at most, and is not safe for use by several threads while it changes.
 */
public final class DataSet implements Iterable<Element> {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final NavigableMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private @Nullable DataSet parent;

    public DataSet() {}

    /** An item that is still being read. */
    DataSet(DataSet parent) {
        this.parent = parent;
    }

    public Optional<Element> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    public boolean contains(int tag) {
        return elements.containsKey(tag);
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public int size() {
        return elements.size();
    }

    /** The first value as text without its padding; empty if the element is absent, empty or not made of characters. */
    public Optional<String> string(int tag) {
        return strings(tag).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** All values as text without their padding, decoded by the specific character set where the representation asks for it. */
    public List<String> strings(int tag) {
        Element element = elements.get(tag);
        if (element == null || !element.vr().isText() || element.value().length == 0) {
            return List.of();
        }
        String text = characterSet(tag, element.vr()).decode(element.value(), element.vr());
        if (!element.vr().isMultiValued()) {
            return List.of(withoutPadding(text));
        }
        return Stream.of(text.split("\\\\", -1))
                .map(value -> withoutPadding(value).stripLeading())
                .toList();
    }

    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The first value as a number, if it is a whole one that an int can hold. */
    public OptionalInt integer(int tag) {
        OptionalDouble number = decimal(tag);
        if (number.isEmpty() || number.getAsDouble() != (int) number.getAsDouble()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number.getAsDouble());
    }

    /** The first value as a number; empty if the element is absent, empty or does not hold a finite number. */
    public OptionalDouble decimal(int tag) {
        double[] all = decimals(tag);
        return all.length == 0 || !Double.isFinite(all[0]) ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    /** All values as numbers, from DS and IS or from any binary representation; NaN where one cannot be read. */
    public double[] decimals(int tag) {
        Element element = elements.get(tag);
        if (element == null) {
            return new double[0];
        }
        return switch (element.vr()) {
            case DS, IS -> strings(tag).stream().mapToDouble(DataSet::parsed).toArray();
            case US, SS, UL, SL, UV, SV, FL, FD, OF, OD, OL, OV -> binary(element);
            default -> new double[0];
        };
    }

    /**
     * The first value of an attribute on which pixels depend.
     *
     * @return empty if the attribute is absent or has no value
     * @throws UnreadablePixels if it has one that is no finite number: no default may take its place
     */
    OptionalDouble understood(int tag) {
        OptionalDouble number = decimal(tag);
        if (number.isEmpty() && hasValue(tag)) {
            throw new UnreadablePixels(
                    UnreadablePixels.Reason.HEADER, Dictionary.keyword(tag).orElseThrow());
        }
        return number;
    }

    /** Whether an element is there and holds more than blanks. */
    boolean hasValue(int tag) {
        Element element = elements.get(tag);
        return element != null
                && IntStream.range(0, element.value().length)
                        .anyMatch(i -> element.value()[i] != 0 && element.value()[i] != ' ');
    }

    /** Some write the comma of their own language. */
    private static double parsed(String text) {
        String trimmed = text.strip().replace(',', '.');
        return DECIMAL.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
    }

    private static double[] binary(Element element) {
        ByteBuffer bytes = ByteBuffer.wrap(element.value()).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[element.value().length / element.vr().unit()];
        Arrays.setAll(numbers, i -> next(bytes, element.vr()));
        return numbers;
    }

    private static double next(ByteBuffer bytes, Vr vr) {
        return switch (vr) {
            case US -> Short.toUnsignedInt(bytes.getShort());
            case SS -> bytes.getShort();
            case UL, OL -> Integer.toUnsignedLong(bytes.getInt());
            case SL -> bytes.getInt();
            case FL, OF -> bytes.getFloat();
            case FD, OD -> bytes.getDouble();
            default -> bytes.getLong();
        };
    }

    /** The items of a sequence; empty if it is absent or no sequence. */
    public List<DataSet> items(int tag) {
        Element element = elements.get(tag);
        return element == null ? List.of() : element.items();
    }

    /** Adds an element, in the place of one with the same tag. */
    public void put(Element element) {
        element.items().forEach(item -> item.parent = this);
        elements.put(element.tag(), element);
    }

    /** Adds text, encoded in the character set of this data set; what it cannot say becomes a question mark. */
    public void putString(int tag, Vr vr, String... values) {
        put(Element.of(tag, vr, characterSet(tag, vr).encode(String.join("\\", values))));
    }

    /** Adds whole numbers of two bytes (US or SS). */
    public void putShorts(int tag, Vr vr, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
        put(Element.of(tag, vr, bytes.array()));
    }

    /** The same elements in a data set of its own. Items of sequences are then the copy's: they ask it for the character set. */
    DataSet copy() {
        DataSet copy = new DataSet();
        forEach(copy::put);
        return copy;
    }

    public void remove(int tag) {
        elements.remove(tag);
    }

    void removeGroup(int group) {
        elements.keySet().removeIf(tag -> Tag.group(tag) == group);
    }

    @Override
    public Iterator<Element> iterator() {
        return elements.values().iterator();
    }

    /** The elements in the order of their tags. */
    public Stream<Element> stream() {
        return elements.values().stream();
    }

    /** Whether here, or in the data set around, pixels are two's complement. */
    boolean pixelsAreSigned() {
        for (DataSet set = this; set != null; set = set.parent) {
            OptionalInt representation = set.integer(Tag.PIXEL_REPRESENTATION);
            if (representation.isPresent()) {
                return representation.getAsInt() == 1;
            }
        }
        return false;
    }

    /** The name of the character set itself is in the default one, even where its representation claims otherwise. */
    private SpecificCharacterSet characterSet(int tag, Vr vr) {
        boolean asked = vr.hasCharacterSet() && tag != Tag.SPECIFIC_CHARACTER_SET;
        for (DataSet set = this; asked && set != null; set = set.parent) {
            if (set.contains(Tag.SPECIFIC_CHARACTER_SET)) {
                return SpecificCharacterSet.of(set.strings(Tag.SPECIFIC_CHARACTER_SET));
            }
        }
        return SpecificCharacterSet.DEFAULT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataSet that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    /** Never the values, which may be about a patient. */
    @Override
    public String toString() {
        return "DataSet" + elements.values();
    }
}
