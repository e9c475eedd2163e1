package br.com.redcheck.reading;

import br.com.redcheck.platform.Messages;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the command line says of one exam, to people and to programs. */
sealed interface ClassifiedExam permits ReadExam, RefusedExam, FileAside {
    /** In the order of {@link ReadExam#json}. */
    List<String> UNKNOWN = List.of(
            "modality",
            "model",
            "version",
            "suspected",
            "label",
            "unlikeness",
            "unlike",
            "unstable",
            "warning",
            "remarks",
            "slices",
            "cam",
            "refused",
            "aside");

    /** The film's file, or the file or folder that holds the series. */
    String path();

    /** For people, a line each. */
    List<String> lines(Messages messages, Locale language);

    /** For programs, one object on one line. */
    String json(Messages messages, Locale language);

    /** The fields of the object where no network has said anything, all without a value. */
    static ObjectNode unread(String path) {
        ObjectNode exam = JsonNodeFactory.instance.objectNode().put("path", path);
        UNKNOWN.forEach(exam::putNull);
        return exam;
    }
}
