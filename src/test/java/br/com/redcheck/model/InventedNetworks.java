package br.com.redcheck.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Networks of a test's own making: layers as Keras writes them, weights that {@code h5/pairs/pairs.py} invents alike. */
public final class InventedNetworks {
    private static final double STEP = 12.9898;
    private static final double TENSORS_STEP = 78.233;

    private InventedNetworks() {}

    /**
     * Invents the weights of a network.
     *
     * @param json a network as Keras 2 or 3 describes it
     */
    public static TrainedNetwork of(String json) {
        Architecture architecture = new ArchitectureReader(KerasLimits.defaults(), false).read(json);
        AtomicInteger tensors = new AtomicInteger();
        Map<String, NetworkLayer> layers = new LinkedHashMap<>();
        for (Architecture.Node node : architecture.nodes()) {
            List<Tensor> weights = node.demands().stream()
                    .map(demand ->
                            tensor(demand, demand.role().equals("count") ? tensors.get() : tensors.incrementAndGet()))
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
                head.mapWeights(),
                architecture.heldInTraining());
    }

    /** Waves; variances are positive. */
    private static Tensor tensor(Layer.Demand demand, int number) {
        float[] values = new float[(int) demand.shape().values()];
        for (int i = 0; i < values.length; i++) {
            double wave = Math.sin(STEP * (i + 1) + TENSORS_STEP * number) / 2;
            values[i] = (float) (demand.role().endsWith("variance") ? 0.75 + wave : wave);
        }
        return new Tensor(demand.role(), demand.shape(), values);
    }
}
