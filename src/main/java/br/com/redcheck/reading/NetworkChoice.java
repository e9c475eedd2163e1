package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which network reads what. */
@Component
class NetworkChoice {
    private final List<ModelCard> cards;

    NetworkChoice(ModelCatalog catalog) {
        this.cards = catalog.cards();
    }

    /**
     * The network for a modality.
     *
     * @throws UnwantedModality if there is none
     */
    ModelCard forModality(String modality) {
        return cards.stream()
                .filter(card -> card.modalities().contains(modality))
                .findFirst()
                .orElseThrow(() -> {
                    TreeSet<String> wanted = new TreeSet<>();
                    cards.forEach(card -> wanted.addAll(card.modalities()));
                    return new UnwantedModality(wanted);
                });
    }
}
