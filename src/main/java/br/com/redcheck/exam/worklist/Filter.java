package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.person.Municipalities;
import br.com.redcheck.person.Municipality;
import br.com.redcheck.person.Uf;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Which exams somebody wants to see; all that is asked must be so. It stands in the address, so that a page can be bookmarked.
 *
 * @param from first day of arrival
 * @param to last day of arrival
 * @param positive what the network said: suspected, or not
 * @param atLeast lowest probability of the suspected class, in percent
 * @param atMost highest probability of the suspected class, in percent
 * @param label one that the exam carries
 * @param caseState what the exam's form says of the case
 * @param uf the state that the patient lives in, by the exam's form
 * @param municipality where the patient lives, by the exam's form
 * @param patient somebody who was looked up
 */
record Filter(
        Optional<Situation> state,
        Optional<Modality> modality,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Boolean> positive,
        Optional<BigDecimal> atLeast,
        Optional<BigDecimal> atMost,
        Optional<UUID> label,
        Optional<CaseState> caseState,
        Optional<Uf> uf,
        Optional<Municipality> municipality,
        Optional<PatientToken> patient) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final BigDecimal ALL_PERCENT = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    /** Every exam. */
    static final Filter NONE = parse(new LinkedMultiValueMap<>());

    static Filter only(Situation situation) {
        return Place.parse("state=" + situation).filter();
    }

    /**
     * Reads it from the parameters of an address; those it does not know are none of its business, and an empty one asks nothing.
     *
     * @throws BadFilter if one of its own means nothing
     * @throws br.com.redcheck.person.UnknownMunicipality if a municipality is meant and it is not clear which
     */
    static Filter parse(MultiValueMap<String, String> parameters) {
        return new Filter(
                read(parameters, "state", Situation::valueOf),
                read(parameters, "modality", Modality::valueOf),
                read(parameters, "from", Filter::day),
                read(parameters, "to", Filter::day),
                read(parameters, "class", Filter::positive),
                read(parameters, "min", Filter::percent),
                read(parameters, "max", Filter::percent),
                read(parameters, "label", UUID::fromString),
                read(parameters, "case", CaseState::valueOf),
                read(parameters, "uf", Uf::valueOf),
                read(parameters, "municipality", Filter::municipality),
                read(parameters, "patient", PatientToken::new));
    }

    /** The filter in an address, always in the same order; empty if it asks nothing. */
    public String query() {
        List<String> asked = new ArrayList<>();
        state.ifPresent(value -> asked.add("state=" + value));
        modality.ifPresent(value -> asked.add("modality=" + value));
        from.ifPresent(value -> asked.add("from=" + value));
        to.ifPresent(value -> asked.add("to=" + value));
        positive.ifPresent(value -> asked.add("class=" + (value ? "positive" : "negative")));
        atLeast.ifPresent(value -> asked.add("min=" + value.toPlainString()));
        atMost.ifPresent(value -> asked.add("max=" + value.toPlainString()));
        label.ifPresent(value -> asked.add("label=" + value));
        caseState.ifPresent(value -> asked.add("case=" + value));
        uf.ifPresent(value -> asked.add("uf=" + value));
        municipality.ifPresent(value -> asked.add("municipality=" + value.code()));
        patient.ifPresent(value -> asked.add("patient=" + value.text()));
        return String.join("&", asked);
    }

    public boolean isEmpty() {
        return query().isEmpty();
    }

    /** The same, of whomever. */
    public Filter ofAnyPatient() {
        return of(Optional.empty());
    }

    /** The same, of one patient. */
    Filter of(PatientToken sought) {
        return of(Optional.of(sought));
    }

    private Filter of(Optional<PatientToken> sought) {
        return new Filter(
                state, modality, from, to, positive, atLeast, atMost, label, caseState, uf, municipality, sought);
    }

    private static <T> Optional<T> read(
            MultiValueMap<String, String> parameters, String name, Function<String, T> reader) {
        String text = Optional.ofNullable(parameters.getFirst(name)).orElse("").strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadFilter(name);
        }
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("A day that no exam has");
        }
        return day;
    }

    private static boolean positive(String text) {
        return switch (text) {
            case "positive" -> true;
            case "negative" -> false;
            default -> throw new IllegalArgumentException("A class that no network knows");
        };
    }

    private static BigDecimal percent(String text) {
        BigDecimal percent = new BigDecimal(text);
        if (percent.signum() < 0 || percent.compareTo(ALL_PERCENT) > 0 || percent.scale() > DECIMALS) {
            throw new IllegalArgumentException("Not a percentage");
        }
        return percent;
    }

    /** A code, as it stands in an address of ours, or a name as a person types it. */
    private static Municipality municipality(String text) {
        return text.matches("[0-9]{7}") ? Municipalities.of(Integer.parseInt(text)) : Municipalities.named(text);
    }
}
