package br.com.redcheck.exam.worklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of the list, newest first.
 *
 * @param newer where newer ones are
 * @param older where older ones are
 */
record Page(List<ListedExam> exams, Optional<Cursor> newer, Optional<Cursor> older) {
    static final Page EMPTY = new Page(List.of(), Optional.empty(), Optional.empty());

    /**
     * What was found, in the direction that was asked for, one more than fit if there is more.
     *
     * @param from where it began; null at the newest
     */
    static Page of(List<ListedExam> found, int size, @Nullable Cursor from) {
        boolean more = found.size() > size;
        List<ListedExam> fitting = found.subList(0, Math.min(size, found.size()));
        boolean older = from == null || from.older();
        List<ListedExam> exams = older ? List.copyOf(fitting) : reversed(fitting);
        if (exams.isEmpty()) {
            return EMPTY;
        }
        boolean newerThere = older ? from != null : more;
        boolean olderThere = !older || more;
        Cursor first = Cursor.newerThan(exams.get(0).exam());
        Cursor last = Cursor.olderThan(exams.get(exams.size() - 1).exam());
        return new Page(
                exams,
                newerThere ? Optional.of(first) : Optional.empty(),
                olderThere ? Optional.of(last) : Optional.empty());
    }

    private static List<ListedExam> reversed(List<ListedExam> some) {
        List<ListedExam> turned = new ArrayList<>(some);
        Collections.reverse(turned);
        return List.copyOf(turned);
    }
}
