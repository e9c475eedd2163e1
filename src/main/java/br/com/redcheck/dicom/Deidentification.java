package br.com.redcheck.dicom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    private final Pseudonyms pseudonyms;
    private final Set<DeidentificationOption> options;
    private final Map<DeidentificationAction, Integer> counts = new EnumMap<>(DeidentificationAction.class);

    Deidentification(Pseudonyms pseudonyms, Set<DeidentificationOption> options) {
        this.pseudonyms = pseudonyms;
        this.options = options;
    }

    Map<DeidentificationAction, Integer> counts() {
        return counts;
    }

    /** A copy by the rules of the profile. */
    DataSet cleaned(DataSet original) {
        DataSet cleaned = new DataSet();
        for (Element element : original) {
            if (!retainedCharacteristic(element, original, cleaned)) {
                clean(element, original, cleaned);
            }
        }
        return cleaned;
    }

    private void clean(Element element, DataSet original, DataSet cleaned) {
        DeidentificationAction action = ConfidentialityProfile.action(element);
        counts.merge(action, 1, Integer::sum);
        switch (action) {
            case KEEP -> cleaned.put(element.vr() == Vr.SQ ? itemByItem(element, this::cleaned) : element);
            case EMPTY -> cleaned.put(empty(element));
            case DUMMY -> cleaned.put(dummy(element, original));
            case REPLACE_UID -> cleaned.put(otherUid(element, original));
            case REMOVE -> {
                // not copied
            }
        }
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
        Optional<String> patientId =
                element.tag() == Tag.PATIENT_ID ? original.string(Tag.PATIENT_ID) : Optional.empty();
        return patientId.isPresent()
                ? text(element, pseudonyms.patientId(patientId.get()))
                : Dummies.of(element.tag(), element.vr());
    }

    /** An item that keeps its structure and loses all that it says. */
    private DataSet dummies(DataSet original) {
        DataSet dummies = new DataSet();
        for (Element element : original) {
            if (ConfidentialityProfile.action(element) != DeidentificationAction.REMOVE) {
                dummies.put(dummy(element, original));
            }
        }
        return dummies;
    }

    /** The UIDs that a value or the items of a sequence name, replaced; anything else in their place says nothing afterwards. */
    private Element otherUid(Element element, DataSet original) {
        if (element.vr() == Vr.SQ) {
            return itemByItem(element, this::cleaned);
        }
        if (!element.vr().isText()) {
            return empty(element);
        }
        List<String> uids =
                original.strings(element.tag()).stream().map(pseudonyms::uid).toList();
        return text(element, String.join("\\", uids));
    }

    private static Element text(Element element, String value) {
        DataSet set = new DataSet();
        set.putString(element.tag(), element.vr(), value);
        return set.element(element.tag()).orElseThrow();
    }

    private boolean retainedCharacteristic(Element element, DataSet original, DataSet cleaned) {
        if (!options.contains(DeidentificationOption.RETAIN_PATIENT_CHARACTERISTICS)) {
            return false;
        }
        Optional<String> value = switch (element.tag()) {
            case Tag.PATIENT_SEX -> original.string(Tag.PATIENT_SEX).filter(SEXES::contains);
            case Tag.PATIENT_AGE -> original.string(Tag.PATIENT_AGE).flatMap(Deidentification::capped);
            default -> Optional.empty();
        };
        value.ifPresent(text -> {
            counts.merge(DeidentificationAction.KEEP, 1, Integer::sum);
            cleaned.put(text(element, text));
        });
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

    /** Says in the object what was done to it (PS3.15 E.1.1, steps 6 and 7). */
    void sign(DataSet cleaned) {
        cleaned.putString(Tag.PATIENT_IDENTITY_REMOVED, Vr.CS, "YES");
        cleaned.putString(Tag.DEIDENTIFICATION_METHOD, Vr.LO, METHOD);
        cleaned.putString(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, Vr.CS, "REMOVED");
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
