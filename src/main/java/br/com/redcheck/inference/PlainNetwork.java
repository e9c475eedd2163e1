package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.TrainedNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network computed as textbooks have it, slowly, in plain Java: what the quick ways are measured by.
 *
 * <p>It shares nothing with them, no native code and no shortcut. So where the two agree, both are right.
 */
final class PlainNetwork {
    private final TrainedNetwork network;

    PlainNetwork(TrainedNetwork network) {
        this.network = network;
    }

    /** The answer for one picture. */
    float[] answer(Picture picture) {
        Grid input = new Grid(
                picture.shape().sizes().get(0),
                picture.shape().sizes().get(1),
                picture.shape().channels(),
                picture.values());
        Map<String, Integer> lastReaders = lastReaders();
        Map<String, Grid> known = new HashMap<>();
        Grid last = input;
        for (int i = 0; i < network.layers().size(); i++) {
            NetworkLayer layer = network.layers().get(i);
            List<Grid> inputs = layer.inputs().stream()
                    .map(name -> known.getOrDefault(name, input))
                    .toList();
            last = PlainLayer.compute(layer, inputs);
            known.put(layer.name(), last);
            int done = i;
            known.keySet().removeIf(name -> lastReaders.getOrDefault(name, Integer.MAX_VALUE) <= done);
        }
        return last.values();
    }

    /** After which layer nobody reads a layer any more, so that its values need not be kept. */
    private Map<String, Integer> lastReaders() {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < network.layers().size(); i++) {
            for (String input : network.layers().get(i).inputs()) {
                last.put(input, i);
            }
        }
        return last;
    }
}
