package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** The report holds characters that none of its fonts can print. */
class Unprintable extends Refusal {
    private static final long serialVersionUID = 1L;

    /** As many as a person reads in a sentence. */
    private static final int MOST_NAMED = 5;

    Unprintable(List<Integer> characters) {
        super(
                "refusal.unprintable",
                characters.stream().limit(MOST_NAMED).map(Unprintable::named).collect(Collectors.joining(", ")));
    }

    private static String named(int character) {
        return String.format("%s (U+%04X)", Character.toString(character), character);
    }
}
