package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which network reads what. */
@Component
class NetworkChoice {
    private final ModelCatalog catalog;

    NetworkChoice(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The network for a modality.
     *
     * @throws UnwantedModality if there is none
     */
    ModelCard forModality(String modality) {
        return catalog.forModality(modality).orElseThrow(() -> new UnwantedModality(wanted()));
    }

    private Set<String> wanted() {
        return catalog.cards().stream()
                .flatMap(card -> card.modalities().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
