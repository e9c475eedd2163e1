package br.com.redcheck.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One layer of a trained network.
 *
 * @param name its name, unique in the network
 * @param type Keras' name of its class, such as {@code Conv2D}
 * @param inputs the names of the layers that it reads
 * @param output the shape of what it gives for one picture
 * @param settings its settings as Keras 2 writes them, such as {@code strides}; not to be written to
 * @param weights its weights, in Keras' order; empty for most types
 */
public record NetworkLayer(
        String name, String type, List<String> inputs, Shape output, JsonNode settings, List<Tensor> weights) {
    public NetworkLayer {
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
    }

    /** How many numbers were learnt or measured in training. */
    public long parameters() {
        return weights.stream().mapToLong(tensor -> tensor.shape().values()).sum();
    }

    /** Its weights of that role, such as {@code kernel}, which it must have. */
    public Tensor weights(String role) {
        return weight(role).orElseThrow();
    }

    /** Its weights of that role, such as {@code bias}, if it has them. */
    public Optional<Tensor> weight(String role) {
        return weights.stream().filter(tensor -> tensor.role().equals(role)).findFirst();
    }
}
