package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exam, or a file that is none, which was not read for the reason given.
 *
 * @param card of the network that would not read it; empty if it came to none
 */
record RefusedExam(String path, Optional<ModelCard> card, Refusal refusal) implements ClassifiedExam {
    @Override
    public List<String> lines(Messages messages, Locale language) {
        return List.of(messages.text(language, "classify.refused", path, messages.text(language, refusal)));
    }

    @Override
    public String json(Messages messages, Locale language) {
        ObjectNode exam = ClassifiedExam.unread(path);
        exam.put("model", card.map(ModelCard::name).orElse(null));
        exam.put("version", card.map(ModelCard::version).orElse(null));
        exam.put("unlikeness", refusal instanceof UnlikeTraining far ? far.unlikeness() : null);
        exam.put("unlike", refusal instanceof UnlikeTraining ? true : null);
        return exam.put("refused", messages.text(language, refusal)).toString();
    }
}
