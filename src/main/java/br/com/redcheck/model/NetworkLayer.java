package br.com.redcheck.model;

import java.util.List;

/**
 * One layer of a trained network.
 *
 * @param name its name, unique in the network
 * @param type Keras' name of its class, such as {@code Conv2D}
 * @param inputs the names of the layers that it reads
 * @param output the shape of what it gives for one picture
 * @param weights its weights, in Keras' order; empty for most types
 */
public record NetworkLayer(String name, String type, List<String> inputs, Shape output, List<Tensor> weights) {
    public NetworkLayer {
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
    }

    /** How many numbers were learnt or measured in training. */
    public long parameters() {
        return weights.stream().mapToLong(tensor -> tensor.shape().values()).sum();
    }

    /** Its weights of that role, such as {@code kernel}. */
    public Tensor weights(String role) {
        return weights.stream()
                .filter(tensor -> tensor.role().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
