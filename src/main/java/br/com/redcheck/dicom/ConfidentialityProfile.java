package br.com.redcheck.dicom;

import static br.com.redcheck.dicom.DeidentificationOption.CLEAN_DESCRIPTORS;
import static br.com.redcheck.dicom.DeidentificationOption.RETAIN_MODIFIED_DATES;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Basic Application Level Confidentiality Profile with the options that were chosen: what becomes of each element (PS3.15
 * table E.1-1). Patient characteristics and safe private elements are not decided here, for their values count.
 */
final class ConfidentialityProfile {
    private static final int FIRST_DATA_GROUP = 0x0008;

    /** What stands in these groups, the patient and the visit, is about a person: no option keeps it. */
    private static final Set<Integer> PERSONAL_GROUPS = Set.of(0x0010, 0x0038);

    /** One row of the table. */
    private record Row(List<DeidentificationAction> basic, boolean hasDates, boolean isDescriptor) {
        static Row of(List<String> columns) {
            List<DeidentificationAction> basic = Stream.of(columns.get(1).split("/"))
                    .map(DeidentificationAction::of)
                    .toList();
            return new Row(basic, columns.get(4).equals("C"), columns.get(5).equals("C"));
        }
    }

    /** Rows of private attributes and of the repeating groups, for which {@link #isPrivateOrRepeating} stands. */
    private static final String PATTERN = ".*[^0-9A-F].*";

    private static final Map<Integer, Row> ROWS = Facts.rows("confidentiality-profile.tsv")
            .filter(columns -> !columns.get(0).matches(PATTERN))
            .collect(Collectors.toUnmodifiableMap(columns -> Facts.tag(columns.get(0)), Row::of));

    private final Set<DeidentificationOption> options;

    ConfidentialityProfile(Set<DeidentificationOption> options) {
        this.options = options;
    }

    /** The action for an element of an object of that definition, by the options. */
    DeidentificationAction action(Element element, Iod iod) {
        int tag = element.tag();
        if (isPrivateOrRepeating(tag) || Tag.group(tag) < FIRST_DATA_GROUP) {
            return DeidentificationAction.REMOVE;
        }
        Row row = ROWS.get(tag);
        if (row == null) {
            return unlisted(element);
        }
        return isCleaned(row, tag) ? DeidentificationAction.CLEAN : basic(tag, iod);
    }

    /** The action for a listed element by the Basic Profile alone: where cleaning leaves nothing. */
    DeidentificationAction basic(int tag, Iod iod) {
        Row row = ROWS.get(tag);
        return row == null ? DeidentificationAction.DUMMY : DeidentificationAction.of(row.basic(), iod.type(tag));
    }

    /** Whether values of the element name a person, a place or a thing that belongs to them, and no picture. */
    static boolean names(int tag) {
        Row row = ROWS.get(tag);
        return PERSONAL_GROUPS.contains(Tag.group(tag)) || (row != null && !row.isDescriptor() && !row.hasDates());
    }

    private boolean isCleaned(Row row, int tag) {
        return !PERSONAL_GROUPS.contains(Tag.group(tag))
                && ((row.isDescriptor() && options.contains(CLEAN_DESCRIPTORS))
                        || (row.hasDates() && options.contains(RETAIN_MODIFIED_DATES)));
    }

    /** Groups 50xx and 60xx go as a whole: without what the table names of them, the rest means nothing. */
    private static boolean isPrivateOrRepeating(int tag) {
        int repeating = Tag.group(tag) & 0xFF00;
        return Tag.isPrivate(tag) || repeating == 0x5000 || repeating == 0x6000;
    }

    private static DeidentificationAction unlisted(Element element) {
        if (Dictionary.keyword(element.tag()).isEmpty() || hidesSequence(element)) {
            return DeidentificationAction.REMOVE; // nobody can tell what it says
        }
        return DeidentificationAction.KEEP;
    }

    /** Whether what the standard makes a sequence comes as plain bytes, in which names may hide. */
    private static boolean hidesSequence(Element element) {
        return element.vr() != Vr.SQ && Dictionary.vr(element.tag(), new DataSet()) == Vr.SQ;
    }
}
