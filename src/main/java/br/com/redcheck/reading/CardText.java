package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Messages;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a network's card says in words, in the reader's language; as it stands in the card where nobody has translated it. */
final class CardText {
    private CardText() {}

    /** What must stand beside each of the network's results. */
    static Optional<String> warning(ModelCard card, Messages messages, Locale language) {
        return card.warning().map(inCard -> of("warning", inCard, card, messages, language));
    }

    /**
     * One text of a card.
     *
     * @param what which, as in the key {@code card.<name>.<version>.<what>}
     * @param inCard how it stands there
     */
    static String of(String what, String inCard, ModelCard card, Messages messages, Locale language) {
        String key = "card." + card.name() + "." + card.version() + "." + what;
        return Objects.requireNonNull(messages.getMessage(key, null, inCard, language));
    }
}
