package br.com.redcheck.inference;

import br.com.redcheck.model.Shape;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex of a DL4J graph that computes by a {@link Step}. It reads networks; it does not train them. */
final class StepVertex extends GraphVertex {
    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final transient Step.Means means;
    private final transient List<Shape> inputShapes;
    private final transient Shape output;

    /**
     * @param inputs what one picture looks like, input by input
     * @param output what becomes of one picture
     */
    StepVertex(Step step, Step.Means means, List<Shape> inputs, Shape output) {
        this.step = step;
        this.means = means;
        this.inputShapes = inputs;
        this.output = output;
    }

    /** Pictures of a shape, channels fastest. */
    static long[] sizes(long pictures, Shape shape) {
        long[] sizes = new long[shape.sizes().size() + 1];
        sizes[0] = pictures;
        Arrays.setAll(sizes, i -> i == 0 ? pictures : shape.sizes().get(i - 1));
        return sizes;
    }

    /** The vertex itself: it holds nothing that changes. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public GraphVertex clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** None that DL4J would know of. */
    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return inputShapes.size();
    }

    @Override
    public int maxVertexInputs() {
        return inputShapes.size();
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean fresh, DataType type) {
        return new Computing(graph, name, index, type);
    }

    @Override
    public InputType getOutputType(int index, InputType... types) {
        throw new UnsupportedOperationException("shapes are known before the graph is made");
    }

    @Override
    public MemoryReport getMemoryReport(InputType... types) {
        throw new UnsupportedOperationException("nobody asks before a pass");
    }

    private final class Computing extends BaseGraphVertex {
        Computing(ComputationGraph graph, String name, int index, DataType type) {
            super(graph, name, index, null, null, type);
        }

        @Override
        public boolean hasLayer() {
            return false;
        }

        @Override
        public @Nullable Layer getLayer() {
            return null;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            INDArray[] given = getInputs();
            int pictures = Math.toIntExact(given[0].size(0));
            INDArray results =
                    workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, sizes(pictures, output), 'c');
            List<Batch> batches = IntStream.range(0, given.length)
                    .mapToObj(i -> Batch.of(pictures, inputShapes.get(i), pointer(given[i])))
                    .toList();
            step.compute(batches, Batch.of(pictures, output, pointer(results)), means);
            Reference.reachabilityFence(given); // A pointer does not keep its array alive.
            return results;
        }

        private FloatPointer pointer(INDArray array) {
            return new FloatPointer(array.data().addressPointer());
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            throw new UnsupportedOperationException("a step does not train");
        }

        @Override
        public void setBackpropGradientsViewArray(INDArray gradients) {
            throw new UnsupportedOperationException("a step does not train");
        }

        @Override
        public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int size) {
            throw new UnsupportedOperationException("pictures have no masks");
        }

        @Override
        public String toString() {
            return getVertexName();
        }
    }
}
