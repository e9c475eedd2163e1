package br.com.redcheck.dicom;

import static br.com.redcheck.dicom.DeidentificationOption.RETAIN_MODIFIED_DATES;
import static br.com.redcheck.dicom.DeidentificationOption.RETAIN_PATIENT_CHARACTERISTICS;
import static br.com.redcheck.dicom.DeidentificationOption.RETAIN_SAFE_PRIVATE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One object on its way to having no identity. */
final class Deidentification {
    private static final String METHOD = "PS3.15 Basic Application Confidentiality Profile, covid-dicom";
    private static final Pattern AGE_IN_YEARS = Pattern.compile("(\\d{3})Y");
    private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");
    private static final int OLDEST = 89;
    private static final Set<String> SEXES = Set.of("M", "F", "O");

    private final DataSet object;
    private final Pseudonyms pseudonyms;
    private final Set<DeidentificationOption> options;
    private final ConfidentialityProfile profile;
    private final ValueCleaner values;
    private final Map<DeidentificationAction, Integer> counts = new EnumMap<>(DeidentificationAction.class);

    Deidentification(DataSet object, Pseudonyms pseudonyms, Set<DeidentificationOption> options) {
        this.object = object;
        this.pseudonyms = pseudonyms;
        this.options = options;
        this.profile = new ConfidentialityProfile(options);
        this.values = new ValueCleaner(OwnIdentity.of(object, pseudonyms::isOwn), dates());
    }

    Map<DeidentificationAction, Integer> counts() {
        return counts;
    }

    /** A copy of the object by the rules of the profile, which says what was done to it. */
    DataSet cleaned() {
        DataSet cleaned = cleaned(object, Iod.of(object));
        if (!cleaned.contains(Tag.PATIENT_ID)) {
            cleaned.put(patientId(object));
        }
        reckonAge(cleaned);
        sign(cleaned);
        return cleaned;
    }

    /** The age that a birth date tells goes with the birth date, and is as harmless, or as telling, as one that is written. */
    private void reckonAge(DataSet cleaned) {
        if (options.contains(RETAIN_PATIENT_CHARACTERISTICS) && !cleaned.contains(Tag.PATIENT_AGE)) {
            PatientAge.of(object)
                    .flatMap(age -> capped(age.toString()))
                    .ifPresent(age -> cleaned.put(text(Tag.PATIENT_AGE, Vr.AS, age)));
        }
    }

    /** Dates move unless they have moved already, which only the holder of the key can tell. */
    private Function<Vr, Function<String, Optional<String>>> dates() {
        if (!options.contains(RETAIN_MODIFIED_DATES)) {
            return vr -> date -> Optional.empty();
        }
        int days = pseudonyms.made(object)
                ? 0
                : pseudonyms.daysBack(Subject.of(object).name());
        DateShift shift = new DateShift(days);
        return vr -> date -> shift.moved(vr, date);
    }

    private DataSet cleaned(DataSet original, Iod iod) {
        DataSet cleaned = new DataSet();
        for (Element element : original) {
            if (!retainedCharacteristic(element, original, cleaned) && !retainedPrivate(element, original, cleaned)) {
                act(profile.action(element, iod), element, original, cleaned, iod);
            }
        }
        return cleaned;
    }

    private DataSet cleanedItem(DataSet item) {
        return cleaned(item, Iod.NESTED);
    }

    private void act(DeidentificationAction action, Element element, DataSet original, DataSet cleaned, Iod iod) {
        switch (action) {
            case KEEP, CLEAN -> keep(action, element, original, cleaned, iod);
            case EMPTY -> put(action, empty(element), cleaned);
            case DUMMY -> put(action, dummy(element, original), cleaned);
            case REPLACE_UID -> put(action, otherUid(element, original), cleaned);
            case REMOVE -> counts.merge(action, 1, Integer::sum);
        }
    }

    private void put(DeidentificationAction action, Element element, DataSet cleaned) {
        counts.merge(action, 1, Integer::sum);
        cleaned.put(element);
    }

    private void keep(DeidentificationAction action, Element element, DataSet original, DataSet cleaned, Iod iod) {
        if (element.vr() == Vr.SQ) {
            put(action, itemByItem(element, this::cleanedItem), cleaned);
            return;
        }
        if (element.vr() == Vr.UI) {
            Element other = otherUid(element, original);
            boolean same = other.equals(element);
            put(same ? DeidentificationAction.KEEP : DeidentificationAction.REPLACE_UID, other, cleaned);
            return;
        }
        Optional<Element> kept = values.cleaned(element, original);
        if (kept.isPresent()) {
            boolean same = action == DeidentificationAction.KEEP && kept.get().equals(element);
            put(same ? DeidentificationAction.KEEP : DeidentificationAction.CLEAN, kept.get(), cleaned);
        } else {
            act(withoutValue(action, element, iod), element, original, cleaned, iod);
        }
    }

    /** What becomes of an element whose value may not stay. */
    private DeidentificationAction withoutValue(DeidentificationAction action, Element element, Iod iod) {
        if (action == DeidentificationAction.CLEAN) {
            return profile.basic(element.tag(), iod);
        }
        return switch (element.vr()) {
            case OB, OW, UN, AE, UR -> DeidentificationAction.REMOVE;
            case DS, IS -> DeidentificationAction.EMPTY; // a number in its place would be believed
            default -> DeidentificationAction.DUMMY; // valid in every module
        };
    }

    private static Element itemByItem(Element sequence, UnaryOperator<DataSet> clean) {
        return Element.sequence(
                sequence.tag(), sequence.items().stream().map(clean).toList());
    }

    private static Element empty(Element element) {
        return element.vr() == Vr.SQ
                ? Element.sequence(element.tag(), List.of())
                : Element.of(element.tag(), element.vr(), new byte[0]);
    }

    private Element dummy(Element element, DataSet original) {
        if (element.vr() == Vr.SQ) {
            return itemByItem(element, this::dummies);
        }
        if (element.vr() == Vr.UI) {
            return otherUid(element, original);
        }
        return element.tag() == Tag.PATIENT_ID ? patientId(original) : Dummies.of(element.tag(), element.vr());
    }

    private Element patientId(DataSet original) {
        Optional<String> own = original.string(Tag.PATIENT_ID).filter(pseudonyms::isOwnPatientId);
        String id =
                own.orElseGet(() -> pseudonyms.patientId(Subject.of(original).name()));
        return text(Tag.PATIENT_ID, Vr.LO, id);
    }

    /** An item that keeps its structure and loses all that it says. */
    private DataSet dummies(DataSet original) {
        DataSet dummies = new DataSet();
        for (Element element : original) {
            if (profile.action(element, Iod.NESTED) != DeidentificationAction.REMOVE) {
                dummies.put(dummy(element, original));
            }
        }
        return dummies;
    }

    /** The UIDs that a value or the items of a sequence name, replaced; anything else in their place says nothing afterwards. */
    private Element otherUid(Element element, DataSet original) {
        if (element.vr() == Vr.SQ) {
            return itemByItem(element, this::cleanedItem);
        }
        if (!element.vr().isText()) {
            return empty(element);
        }
        List<String> before = original.strings(element.tag());
        List<String> after = before.stream().map(pseudonyms::uid).toList();
        return after.equals(before) ? element : text(element.tag(), element.vr(), String.join("\\", after));
    }

    private static Element text(int tag, Vr vr, String value) {
        DataSet set = new DataSet();
        set.putString(tag, vr, value);
        return set.element(tag).orElseThrow();
    }

    private boolean retainedCharacteristic(Element element, DataSet original, DataSet cleaned) {
        if (!options.contains(RETAIN_PATIENT_CHARACTERISTICS)) {
            return false;
        }
        Optional<String> value = switch (element.tag()) {
            case Tag.PATIENT_SEX -> original.string(Tag.PATIENT_SEX).filter(SEXES::contains);
            case Tag.PATIENT_AGE -> original.string(Tag.PATIENT_AGE).flatMap(Deidentification::capped);
            default -> Optional.empty();
        };
        value.ifPresent(text -> put(DeidentificationAction.KEEP, text(element.tag(), element.vr(), text), cleaned));
        return value.isPresent();
    }

    /** An age that many people have; empty if it is not written as the standard asks. */
    private static Optional<String> capped(String age) {
        Matcher years = AGE_IN_YEARS.matcher(age);
        if (years.matches() && Integer.parseInt(years.group(1)) > OLDEST) {
            return Optional.of("0" + OLDEST + "Y");
        }
        return Optional.of(age).filter(text -> AGE.matcher(text).matches());
    }

    /** Keeps a private element that is known as safe, and with it the one that says whose it is. */
    private boolean retainedPrivate(Element element, DataSet original, DataSet cleaned) {
        if (!options.contains(RETAIN_SAFE_PRIVATE)) {
            return false;
        }
        boolean safe =
                SafePrivate.element(element, original).filter(this::mayStay).isPresent();
        if (safe) {
            int creator = SafePrivate.creator(element.tag());
            put(DeidentificationAction.KEEP, element, cleaned);
            cleaned.put(text(creator, Vr.LO, original.string(creator).orElseThrow()));
        }
        return safe;
    }

    private boolean mayStay(Element element) {
        DataSet alone = new DataSet();
        alone.put(element);
        return values.cleaned(element, alone).filter(element::equals).isPresent();
    }

    /** Says in the object what was done to it (PS3.15 E.1.1, steps 6 and 7). */
    private void sign(DataSet cleaned) {
        boolean moved = options.contains(RETAIN_MODIFIED_DATES);
        cleaned.putString(Tag.PATIENT_IDENTITY_REMOVED, Vr.CS, "YES");
        cleaned.putString(Tag.DEIDENTIFICATION_METHOD, Vr.LO, METHOD);
        cleaned.putString(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, Vr.CS, moved ? "MODIFIED" : "REMOVED");
        List<DataSet> codes = new ArrayList<>();
        codes.add(code("113100", "Basic Application Confidentiality Profile"));
        new TreeSet<>(options).forEach(option -> codes.add(code(option.code(), option.meaning())));
        cleaned.put(Element.sequence(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, codes));
    }

    private static DataSet code(String value, String meaning) {
        DataSet code = new DataSet();
        code.putString(Tag.CODE_VALUE, Vr.SH, value);
        code.putString(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, "DCM");
        code.putString(Tag.CODE_MEANING, Vr.LO, meaning);
        return code;
    }
}
