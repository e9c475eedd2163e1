package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * All that an original header, and its sender, say about people, in the forms in which it may be found again.
 *
 * <p>Chosen by what elements are called, not by the table that the cleaner follows, so that a gap there shows here.
 */
final class KnownIdentity {
    private static final Pattern IDENTIFIERS = Pattern.compile(
            ".*(PatientIDs?|AccessionNumber|StudyID|AdmissionID|EpisodeID|StepID"
                    + "|ProcedureID|OrderNumber.*|SerialNumber|StationName|PlateID|AETitle|RecordLocator|InsurancePlan.*|BarcodeValue)");
    private static final Pattern CIRCUMSTANCES = Pattern.compile(
            ".*(Institution.*|Address|Telephone.*|Residence|Organization|Location|Department.*|IssuerOf.*|TrialSponsor.*|Occupation)");
    private static final Pattern PERSONS = Pattern.compile(
            "OtherPatientIDsSequence|.*(Person|Physician|Operator|Observer|Reviewer|Verifying).*Sequence");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}.*");
    private static final Set<Integer> PERSONAL_GROUPS = Set.of(0x0010, 0x0038);
    private static final String STANDARD_UIDS = "1.2.840.10008.";
    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST = 5;
    private static final int MOST_PARTS = 8;

    /**
     * What the keyword of an element says of its values.
     *
     * @param kind what its text is of a person, if anything
     * @param isPerson whether all text in its items is about one
     */
    private record Meaning(Optional<Kind> kind, boolean isPerson) {
        static Meaning of(int tag) {
            String keyword = Dictionary.keyword(tag).orElse("");
            boolean identifier = IDENTIFIERS.matcher(keyword).matches();
            boolean circumstance = PERSONAL_GROUPS.contains(Tag.group(tag))
                    || CIRCUMSTANCES.matcher(keyword).matches();
            Optional<Kind> kind = identifier
                    ? Optional.of(Kind.IDENTIFIER)
                    : Optional.of(Kind.CIRCUMSTANCE).filter(any -> circumstance);
            return new Meaning(kind, PERSONS.matcher(keyword).matches());
        }
    }

    /** Of elements of the standard only, so that no file can fill it. */
    private static final Meaning NONE = new Meaning(Optional.empty(), false);

    private static final Map<Integer, Meaning> MEANINGS = new ConcurrentHashMap<>();

    /** What the cleaner itself writes, and what others have written where a name was. */
    private static final Set<String> NOBODY =
            Set.of("anonymized", "anonymous", "anonymised", "anonimo", "anonimizado", "unknown");

    private final Map<String, Kind> texts = new LinkedHashMap<>();
    private final Set<String> uids = new HashSet<>();

    static KnownIdentity of(DataSet original, Collection<String> alsoKnown) {
        KnownIdentity known = new KnownIdentity();
        known.gather(original, false);
        alsoKnown.forEach(known::typed);
        return known;
    }

    /** The same without what {@code known} says is ours, and without dates, which move only once. */
    KnownIdentity without(Predicate<String> ours) {
        KnownIdentity rest = new KnownIdentity();
        texts.forEach((text, kind) -> {
            if (kind != Kind.DATE && !ours.test(text)) {
                rest.texts.put(text, kind);
            }
        });
        uids.stream().filter(uid -> !ours.test(uid)).forEach(rest.uids::add);
        return rest;
    }

    /** What is looked for, as it was written, and what each is. */
    Map<String, Kind> texts() {
        return texts;
    }

    /** Original UIDs, which no UID of the cleaned object may be. */
    Set<String> uids() {
        return uids;
    }

    private void gather(DataSet set, boolean ofPerson) {
        for (Element element : set) {
            Meaning meaning = Dictionary.keyword(element.tag()).isEmpty()
                    ? NONE
                    : MEANINGS.computeIfAbsent(element.tag(), Meaning::of);
            boolean person = ofPerson || meaning.isPerson();
            element.items().forEach(item -> gather(item, person));
            switch (element.vr()) {
                case PN -> set.strings(element.tag()).forEach(value -> name(value, Kind.NAME));
                case UI -> set.strings(element.tag()).forEach(this::uid);
                case DA, DT -> set.strings(element.tag()).forEach(value -> date(value, element.tag()));
                case AE, LO, SH, ST, LT, UT, UC ->
                    meaning.kind()
                            .or(() -> Optional.of(Kind.CIRCUMSTANCE).filter(personal -> person))
                            .ifPresent(kind -> set.strings(element.tag()).forEach(value -> text(value, kind)));
                default -> {
                    // numbers and codes name nobody
                }
            }
        }
    }

    private void text(String value, Kind kind) {
        add(value, kind, SHORTEST);
        number(value, kind);
    }

    private void typed(String value) {
        if (value.chars().anyMatch(Character::isDigit)) {
            text(value, Kind.TYPED);
        } else {
            name(value, Kind.TYPED);
        }
    }

    /** The name as it stands, in the order of speech, every two parts of it, and the parts that are long enough. */
    private void name(String name, Kind kind) {
        add(name, kind, SHORTEST);
        for (String group : name.split("=", -1)) {
            List<String> components = List.of(group.split("\\^", -1));
            String given = String.join(" ", components.subList(1, components.size()));
            add(given.strip() + " " + components.get(0), kind, SHORTEST);
            List<String> parts = BETWEEN_PARTS
                    .splitAsStream(group)
                    .filter(part -> part.length() >= SHORTEST_PART)
                    .limit(MOST_PARTS)
                    .toList();
            for (String part : parts) {
                add(part, kind, SHORTEST_PART);
                parts.forEach(other -> add(part + " " + other, kind, SHORTEST));
            }
        }
    }

    /** A number of many digits without what parts them, and with it as the CPF and the CNS have it. */
    private void number(String value, Kind kind) {
        String digits = NO_DIGIT.matcher(value).replaceAll("");
        if (digits.length() < 8 || digits.length() > 20) {
            return;
        }
        add(digits, kind, SHORTEST);
        if (digits.length() == 11) {
            add(digits.replaceFirst("(...)(...)(...)(..)", "$1.$2.$3-$4"), kind, SHORTEST);
        }
        if (digits.length() == 15) {
            add(digits.replaceFirst("(...)(....)(....)(....)", "$1 $2 $3 $4"), kind, SHORTEST);
        }
    }

    private void uid(String uid) {
        if (!uid.startsWith(STANDARD_UIDS) && !uid.isEmpty()) {
            uids.add(uid);
        }
    }

    /** A day as people write it; as the standard writes it only the day of birth, for other days may come up by being moved. */
    private void date(String value, int tag) {
        if (!DAY.matcher(value).matches() || value.startsWith("19000101")) {
            return;
        }
        String year = value.substring(0, 4);
        String month = value.substring(4, 6);
        String day = value.substring(6, 8);
        for (String separator : List.of("/", "-", ".")) {
            add(String.join(separator, day, month, year), Kind.DATE, SHORTEST);
            add(String.join(separator, year, month, day), Kind.DATE, SHORTEST);
        }
        if (tag == Tag.PATIENT_BIRTH_DATE) {
            add(value.substring(0, 8), Kind.DATE, SHORTEST);
        }
    }

    private void add(String text, Kind kind, int shortest) {
        String stripped = text.strip();
        boolean telling =
                Words.of(stripped).stream().anyMatch(word -> !Words.isHarmless(word) && !NOBODY.contains(word));
        if (Words.folded(stripped).length() >= shortest && telling) {
            texts.putIfAbsent(stripped, kind);
        }
    }
}
