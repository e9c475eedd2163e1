package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.TrainedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** The layers of a network, computed one after the other for all pictures of a pass. For one thread at a time. */
final class QuickNetwork {
    /** @param done what nobody reads any more once this layer is computed */
    private record Place(String name, List<String> inputs, Shape output, Step step, Set<String> done) {}

    private final Step.Means means;
    private final Shape input;
    private final List<Place> places = new ArrayList<>();

    QuickNetwork(TrainedNetwork network, Step.Means means) {
        this.means = means;
        this.input = network.input();
        Map<String, NetworkLayer> lastReaders = new HashMap<>();
        for (NetworkLayer layer : network.layers()) {
            layer.inputs().forEach(name -> lastReaders.put(name, layer));
        }
        for (NetworkLayer layer : network.layers()) {
            Set<String> done = layer.inputs().stream()
                    .filter(name -> layer.equals(lastReaders.get(name)))
                    .collect(Collectors.toUnmodifiableSet());
            places.add(new Place(layer.name(), layer.inputs(), layer.output(), Steps.of(layer), done));
        }
    }

    /**
     * Computes all layers.
     *
     * @param wanted names of layers
     * @return what each of these gives, picture after picture
     */
    Map<String, float[]> pass(List<Picture> pictures, Set<String> wanted) {
        Batch first = batch(pictures);
        Map<String, Batch> known = new HashMap<>();
        Map<String, float[]> results = new HashMap<>();
        for (Place place : places) {
            Batch batch = Batch.of(pictures.size(), place.output(), take(place.output(), pictures.size()));
            List<Batch> inputs = place.inputs().stream()
                    .map(name -> known.getOrDefault(name, first))
                    .toList();
            place.step().compute(inputs, batch, means);
            known.put(place.name(), batch);
            if (wanted.contains(place.name())) {
                results.put(place.name(), batch.floats());
            }
            place.done().forEach(name -> giveBack(known.remove(name)));
        }
        known.values().forEach(this::giveBack);
        giveBack(first);
        return results;
    }

    private Batch batch(List<Picture> pictures) {
        Batch batch = Batch.of(pictures.size(), input, take(input, pictures.size()));
        for (int i = 0; i < pictures.size(); i++) {
            batch.row(i, 0).put(pictures.get(i).values());
        }
        return batch;
    }

    private FloatPointer take(Shape shape, int pictures) {
        return means.memory().take(Math.multiplyExact(shape.values(), pictures));
    }

    private void giveBack(@Nullable Batch batch) {
        if (batch != null) {
            means.memory().give(batch.values());
        }
    }
}
