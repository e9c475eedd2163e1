package br.com.redcheck.report;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of print may end: as everywhere, but never within a date, a time or a number such as 12/03/2020, 15:30 and 1.5. */
final class PaperLines implements FSTextBreaker {
    private final BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public void setText(String text) {
        this.text = text;
        places.setText(text);
    }

    @Override
    public int next() {
        int place = places.next();
        while (place != BreakIterator.DONE && isWithinFigures(place)) {
            place = places.next();
        }
        return place;
    }

    private boolean isWithinFigures(int place) {
        return place > 1
                && place < text.length()
                && Character.isDigit(text.charAt(place))
                && "/.-:".indexOf(text.charAt(place - 1)) >= 0
                && Character.isDigit(text.charAt(place - 2));
    }
}
