package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The networks that come with the product, and further ones in a folder: {@code <name>/<version>/card.json}, each with its {@code
 * model.h5} beside it.
 */
public final class ModelCatalog {
    private static final String OURS = "classpath*:models/";
    private static final String CARDS = "*/*/card.json";
    private static final String SEPARATOR = "@";

    private final Map<ModelCard, Resource> cards = new LinkedHashMap<>();
    private final Set<String> ours;
    private final KerasReader reader = new KerasReader(KerasLimits.defaults());

    /** The networks that come with the product. */
    public ModelCatalog() {
        this(Optional.empty());
    }

    /**
     * Reads the cards; the networks themselves only when they are asked for.
     *
     * @param folder of further networks
     * @throws br.com.redcheck.platform.CannotStart if there is no such folder, a card in it cannot be understood, or a version of a
     *     network is there twice
     */
    public ModelCatalog(Optional<Path> folder) {
        add(OURS);
        this.ours = cards.keySet().stream().map(ModelCard::sha256).collect(Collectors.toUnmodifiableSet());
        folder.ifPresent(further -> {
            if (!Files.isDirectory(further)) {
                throw UnusableModels.noFolder(further);
            }
            add(further.toUri().toString());
        });
    }

    private void add(String root) {
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(root + CARDS)) {
                add(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Resource resource) throws IOException {
        ModelCard card;
        try (InputStream json = resource.getInputStream()) {
            card = CardReader.read(json);
        } catch (RefusedModel refused) {
            throw UnusableModels.badCard(resource.getDescription());
        }
        if (find(card.name(), card.version()).isPresent()) {
            throw UnusableModels.twice(card.name(), card.version());
        }
        cards.put(card, resource);
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

    /** One version of a network, if it is here. */
    public Optional<ModelCard> find(String name, String version) {
        return cards.keySet().stream()
                .filter(card -> card.name().equals(name) && card.version().equals(version))
                .findFirst();
    }

    /**
     * A network by its name.
     *
     * @param name such as {@code vgg16-cam-cxr}, which means its newest version, or {@code vgg16-cam-cxr@0.1.0}
     * @throws RefusedModel if there is none
     */
    public ModelCard named(String name) {
        return cards().stream()
                .filter(card -> card.name().equals(name) || (card.name() + SEPARATOR + card.version()).equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedModel(Reason.NO_SUCH_MODEL));
    }

    /**
     * Reads a network of this catalog, which must be the one that its card describes.
     *
     * @throws RefusedModel if the file is not sound, or not the card's
     */
    public TrainedNetwork network(ModelCard card) {
        TrainedNetwork network = reader.read(file(card));
        if (!network.sha256().equals(card.sha256())) {
            throw new RefusedModel(Reason.WRONG_CHECKSUM);
        }
        Optional<NetworkLayer> features = card.activationLayer().flatMap(network::layer);
        int channels = features.map(layer -> layer.output().channels()).orElse(0);
        if (!network.input().equals(card.input())
                || network.answer().output().channels() != card.labels().size()
                || network.mapWeights()
                        .filter(weights -> weights.shape().size(0) != channels)
                        .isPresent()
                || familiarity(card)
                        .filter(measured -> measured.features() != channels)
                        .isPresent()) {
            throw new RefusedModel(Reason.BAD_CARD);
        }
        return network;
    }

    /**
     * What the pictures looked like to a network with which it was trained, if that was measured.
     *
     * @throws RefusedModel if the file is not the one that the card describes, or does not fit the network
     */
    public Optional<Familiarity> familiarity(ModelCard card) {
        return card.familiaritySha256().map(sha256 -> {
            byte[] file = bytesOf(card, "familiarity.json");
            if (!KerasReader.sha256(file).equals(sha256)) {
                throw new RefusedModel(Reason.WRONG_CHECKSUM);
            }
            return Familiarity.read(file);
        });
    }

    /** Whether a network's weights come with the product, whose tests have run them. */
    public boolean isOurs(ModelCard card) {
        return ours.contains(card.sha256());
    }

    /**
     * A network's file.
     *
     * @throws RefusedModel if it is not there
     */
    public byte[] file(ModelCard card) {
        return bytesOf(card, "model.h5");
    }

    /** The file of a network's weights as it was given to us. */
    public Resource weights(ModelCard card) {
        return beside(card, "model.h5");
    }

    private byte[] bytesOf(ModelCard card, String name) {
        Resource resource = beside(card, name);
        if (!resource.exists()) {
            throw new RefusedModel(Reason.MISSING_FILE, card.name() + SEPARATOR + card.version(), name);
        }
        try (InputStream file = resource.getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource beside(ModelCard card, String name) {
        Resource resource = cards.get(card);
        if (resource == null) {
            throw new RefusedModel(Reason.NO_SUCH_MODEL);
        }
        try {
            return resource.createRelative(name);
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
