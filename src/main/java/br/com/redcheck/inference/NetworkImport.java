package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.TrainedNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Makes a DL4J graph of a trained network, each layer a {@link StepVertex}.
 *
 * <p>DL4J's own Keras import and layers are not asked: of the pairs of layers that were tried, it answered many wrongly (ADR 11).
 */
final class NetworkImport {
    private static final String INPUT = "pictures in";

    private NetworkImport() {}

    /**
     * A graph that gives the network's answer.
     *
     * <p>Nothing else is asked of the graph itself: DL4J loses its place among workspaces when two results are wanted, one of which the
     * other is made of.
     *
     * @param watched the name of a layer, if one is to be kept
     * @param kept gets what that layer gives
     */
    static ComputationGraph of(TrainedNetwork network, Optional<String> watched, Kept kept, Step.Means means) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs(INPUT);
        Map<String, Shape> shapes = new HashMap<>();
        for (NetworkLayer layer : network.layers()) {
            List<Shape> inputs = layer.inputs().stream()
                    .map(name -> shapes.getOrDefault(name, network.input()))
                    .toList();
            Step step = Steps.of(layer);
            graph.addVertex(
                    layer.name(),
                    new StepVertex(
                            watched.filter(layer.name()::equals).isPresent() ? kept.keeping(step) : step,
                            means,
                            inputs,
                            layer.output()),
                    layer.inputs().stream()
                            .map(name -> shapes.containsKey(name) ? name : INPUT)
                            .toArray(String[]::new));
            shapes.put(layer.name(), layer.output());
        }
        ComputationGraph made =
                new ComputationGraph(graph.setOutputs(network.answer().name()).build());
        made.init();
        return made;
    }
}
