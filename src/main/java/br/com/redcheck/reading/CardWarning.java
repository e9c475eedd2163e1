package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Messages;
import java.util.Locale;
import java.util.Optional;

/** What a network's card wants to stand beside each of its results. */
final class CardWarning {
    private CardWarning() {}

    /** In the reader's language; as it stands in the card where nobody has translated it. */
    static Optional<String> of(ModelCard card, Messages messages, Locale language) {
        String key = "warning." + card.name() + "." + card.version();
        return card.warning().map(inCard -> messages.getMessage(key, null, inCard, language));
    }
}
