package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.model.RefusedModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Which networks read what: some read every exam, others when a doctor asks for them. */
@Component
@EnableConfigurationProperties(ReadingSettings.class)
class NetworkChoice {
    private final ModelCatalog catalog;
    private final List<ModelCard> regular;

    /** @throws NetworkNotInstalled if the settings name a network that the catalog does not have */
    NetworkChoice(ModelCatalog catalog, ReadingSettings settings) {
        this.catalog = catalog;
        this.regular = settings.networks().stream()
                .map(name -> installed(catalog, name))
                .distinct()
                .toList();
    }

    private static ModelCard installed(ModelCatalog catalog, String name) {
        try {
            return catalog.named(name);
        } catch (RefusedModel refused) {
            throw new NetworkNotInstalled(name);
        }
    }

    /**
     * The networks that read every exam of a modality, the default one first.
     *
     * @throws UnwantedModality if there is none
     */
    List<ModelCard> regular(String modality) {
        List<ModelCard> found = reading(regular, modality);
        if (found.isEmpty()) {
            throw new UnwantedModality(wanted());
        }
        return found;
    }

    /**
     * The default network of a modality.
     *
     * @throws UnwantedModality if there is none
     */
    ModelCard forModality(String modality) {
        return regular(modality).get(0);
    }

    /** The default network of a modality, if there is one: an exam may be older than the settings. */
    Optional<ModelCard> standing(String modality) {
        return reading(regular, modality).stream().findFirst();
    }

    /** Whether a network is the default one of some modality. */
    boolean isDefault(ModelCard card) {
        return card.modalities().stream()
                .anyMatch(modality -> standing(modality).filter(card::equals).isPresent());
    }

    /** All networks that could read a modality. */
    List<ModelCard> able(String modality) {
        return reading(catalog.cards(), modality);
    }

    private static List<ModelCard> reading(Collection<ModelCard> cards, String modality) {
        return cards.stream()
                .filter(card -> card.modalities().contains(modality))
                .toList();
    }

    private Set<String> wanted() {
        return regular.stream()
                .flatMap(card -> card.modalities().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
