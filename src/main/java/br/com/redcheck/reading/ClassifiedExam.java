package br.com.redcheck.reading;

import br.com.redcheck.platform.Messages;
import java.util.List;
import java.util.Locale;

/** What the command line says of one exam, to people and to programs. */
sealed interface ClassifiedExam permits ReadExam, RefusedExam {
    /** The film's file, or the file or folder that holds the series. */
    String path();

    /** For people, a line each. */
    List<String> lines(Messages messages, Locale language);

    /** For programs, one object on one line. */
    String json(Messages messages, Locale language);
}
