package br.com.redcheck.exam.worklist;

import java.util.List;

/**
 * What a page of the list shows.
 *
 * @param waiting what waits for the doctor, on the first page only
 * @param waitingCount how many wait in all, {@link Worklist#COUNTED} if there are more
 * @param labels all that the owner has, by name
 * @param kept the filters that the doctor keeps before this shelf, by name
 */
record Shown(Page page, Page waiting, int waitingCount, List<Label> labels, List<SavedFilter> kept) {
    /** Whether there is nothing to list. */
    public boolean isEmpty() {
        return page.exams().isEmpty() && waiting.exams().isEmpty();
    }

    /** Whether more wait than were counted. */
    public boolean uncounted() {
        return waitingCount == Worklist.COUNTED;
    }
}
