package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The networks that come with the product: {@code models/<name>/<version>/card.json}, each with its {@code model.h5} beside it. */
@Component
public final class ModelCatalog {
    private static final String CARDS = "classpath*:models/*/*/card.json";

    private final Map<ModelCard, Resource> cards = new LinkedHashMap<>();
    private final KerasReader reader = new KerasReader(KerasLimits.defaults());

    /**
     * Reads the cards; the networks themselves only when they are asked for.
     *
     * @throws RefusedModel if a card cannot be understood
     */
    public ModelCatalog() {
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(CARDS)) {
                try (InputStream json = resource.getInputStream()) {
                    cards.put(CardReader.read(json), resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All cards, by name, and the newest version of each first. */
    public List<ModelCard> cards() {
        return cards.keySet().stream()
                .sorted(Comparator.comparing(ModelCard::name)
                        .thenComparing(
                                ModelCard::version,
                                Comparator.comparing(ModelCatalog::numbers, Arrays::compare)
                                        .reversed()))
                .toList();
    }

    /**
     * The newest network of a name.
     *
     * @throws RefusedModel if there is none
     */
    public ModelCard named(String name) {
        return cards().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedModel(Reason.NO_SUCH_MODEL));
    }

    /** The network for a modality, such as {@code CT}; empty if there is none. */
    public Optional<ModelCard> forModality(String modality) {
        return cards().stream()
                .filter(card -> card.modalities().contains(modality))
                .findFirst();
    }

    /**
     * Reads a network of this catalog, which must be the one that its card describes.
     *
     * @throws RefusedModel if the file is not sound, or not the card's
     */
    public TrainedNetwork network(ModelCard card) {
        TrainedNetwork network = reader.read(bytesOf(card));
        if (!network.sha256().equals(card.sha256())) {
            throw new RefusedModel(Reason.WRONG_CHECKSUM);
        }
        if (!network.input().equals(card.input())
                || network.answer().output().channels() != card.labels().size()
                || card.activationLayer().flatMap(network::layer).isEmpty()
                        && network.noMap().isEmpty()) {
            throw new RefusedModel(Reason.BAD_CARD);
        }
        return network;
    }

    private byte[] bytesOf(ModelCard card) {
        Resource resource = cards.get(card);
        if (resource == null) {
            throw new RefusedModel(Reason.NO_SUCH_MODEL);
        }
        try (InputStream file = resource.createRelative("model.h5").getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of a version such as {@code 0.10.2}. */
    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\."))
                .mapToInt(number -> number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0)
                .toArray();
    }
}
