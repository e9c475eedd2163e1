package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the fields of a form one by one, and remembers what is wrong with each. */
final class Fields {
    static final int LINE = 200;
    static final int PAGE = 4_000;

    private final Days days;
    private final Map<String, Refusal> wrong = new LinkedHashMap<>();

    Fields(Days days) {
        this.days = days;
    }

    /** What is wrong or missing, by field. */
    Map<String, Refusal> wrong() {
        return wrong;
    }

    void refuse(String field, Refusal reason) {
        wrong.put(field, reason);
    }

    <T> Optional<T> read(String field, String text, Function<String, T> reading) {
        return read(field, () -> reading.apply(text));
    }

    <T> Optional<T> read(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Refusal refusal) {
            refuse(field, refusal);
            return Optional.empty();
        }
    }

    <E extends Enum<E>> Optional<E> choice(String field, String text, Class<E> type) {
        return read(field, () -> choice(type, text));
    }

    /** A test's result and the day of its sample: what is wrong with the day stands beside the day. */
    Optional<LabTest> test(String field, String result, String on, Optional<LocalDate> birth) {
        Optional<TestResult> says = choice(field, result, TestResult.class);
        Optional<LocalDate> day =
                read(field + "On", () -> sampled(says, on, birth)).flatMap(sampled -> sampled);
        return says.map(found -> new LabTest(found, day));
    }

    private Optional<LocalDate> sampled(Optional<TestResult> says, String on, Optional<LocalDate> birth) {
        boolean notDone = says.filter(TestResult.NOT_DONE::equals).isPresent();
        if (on.isEmpty() && (notDone || says.isEmpty())) {
            return Optional.empty();
        }
        if (notDone) {
            throw Contradiction.dayWithoutTest();
        }
        return Optional.of(days.ofEpidemic(on, birth));
    }

    /** @throws StillEmpty if it is none of the type's */
    static <E extends Enum<E>> E choice(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(StillEmpty::choice);
    }

    static String some(String text) {
        if (text.isEmpty()) {
            throw StillEmpty.text();
        }
        return text;
    }

    static String atMost(int longest, String text) {
        if (text.length() > longest) {
            throw TooLong.most(longest);
        }
        return text;
    }
}
