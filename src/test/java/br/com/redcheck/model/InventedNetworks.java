package br.com.redcheck.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Networks of a test's own making: layers as Keras writes them, weights as chance has them. */
public final class InventedNetworks {
    private InventedNetworks() {}

    /**
     * Invents the weights of a network.
     *
     * @param json a network as Keras 2 or 3 describes it
     */
    public static TrainedNetwork of(String json, Random random) {
        Architecture architecture = new ArchitectureReader(KerasLimits.defaults(), false).read(json);
        Map<String, NetworkLayer> layers = new LinkedHashMap<>();
        for (Architecture.Node node : architecture.nodes()) {
            List<Tensor> weights = node.demands().stream()
                    .map(demand -> tensor(demand, random))
                    .toList();
            layers.put(
                    node.name(),
                    new NetworkLayer(
                            node.name(),
                            node.layer().type(),
                            node.inputs(),
                            node.output(),
                            node.layer().settings(),
                            weights));
        }
        Head head = Head.of(architecture, layers);
        return new TrainedNetwork(
                "",
                architecture.input(),
                List.copyOf(layers.values()),
                head.features(),
                head.noMap(),
                head.mapWeights());
    }

    private static Tensor tensor(Layer.Demand demand, Random random) {
        float[] values = new float[(int) demand.shape().values()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    demand.role().endsWith("variance") ? 0.5f + random.nextFloat() : (float) random.nextGaussian() / 2;
        }
        return new Tensor(demand.role(), demand.shape(), values);
    }
}
