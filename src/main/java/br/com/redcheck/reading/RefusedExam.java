package br.com.redcheck.reading;

import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An exam, or a file that is none, which was not read for the reason given. */
record RefusedExam(String path, Refusal refusal) implements ClassifiedExam {
    private static final List<String> UNKNOWN =
            List.of("modality", "model", "version", "suspected", "label", "warning", "slices", "cam");

    @Override
    public List<String> lines(Messages messages, Locale language) {
        return List.of(messages.text(language, "classify.refused", path, messages.text(language, refusal)));
    }

    @Override
    public String json(Messages messages, Locale language) {
        ObjectNode exam = JsonNodeFactory.instance.objectNode().put("path", path);
        UNKNOWN.forEach(exam::putNull);
        return exam.put("refused", messages.text(language, refusal)).toString();
    }
}
