package br.com.redcheck.inference;

import br.com.redcheck.model.NetworkLayer;
import br.com.redcheck.model.Shape;
import br.com.redcheck.model.Tensor;
import br.com.redcheck.model.TrainedNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Writes a VGG16 with global average pooling as ONNX, channels first as ONNX wants it: the same weights for the other runtime. */
final class OnnxModel {
    static final String INPUT = "picture";
    static final String ANSWER = "answer";
    private static final int FLOAT = 1;
    private static final int OPSET = 13;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
    private String last = INPUT;

    private OnnxModel() {}

    /** The file; its outputs are the layer {@code features} and the answer. */
    static byte[] of(TrainedNetwork network, String features) {
        OnnxModel model = new OnnxModel();
        Shape input = network.input();
        model.graph.addInput(value(
                INPUT, input.channels(), input.sizes().get(0), input.sizes().get(1)));
        network.layers().forEach(model::add);
        Shape places = network.layer(features).orElseThrow().output();
        model.graph.addOutput(value(
                features,
                places.channels(),
                places.sizes().get(0),
                places.sizes().get(1)));
        model.graph.addOutput(value(ANSWER, network.answer().output().channels()));
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(model.graph)
                .build()
                .toByteArray();
    }

    private void add(NetworkLayer layer) {
        switch (layer.type()) {
            case "Conv2D" -> {
                Tensor kernel = layer.weights("kernel");
                weights(layer.name() + ".w", channelsFirst(kernel), sizesChannelsFirst(kernel));
                weights(
                        layer.name() + ".b",
                        layer.weights("bias").values(),
                        layer.output().channels());
                node("Conv", layer.name() + ".sum", last, layer.name() + ".w", layer.name() + ".b")
                        .addAttribute(integers("pads", 1, 1, 1, 1));
                node("Relu", layer.name(), layer.name() + ".sum");
            }
            case "MaxPooling2D" ->
                node("MaxPool", layer.name(), last)
                        .addAttribute(integers("kernel_shape", 2, 2))
                        .addAttribute(integers("strides", 2, 2));
            case "GlobalAveragePooling2D" -> {
                node("GlobalAveragePool", layer.name() + ".mean", last);
                node("Flatten", layer.name(), layer.name() + ".mean");
            }
            case "Dense" -> {
                Shape shape = layer.weights("kernel").shape();
                weights(
                        layer.name() + ".w",
                        layer.weights("kernel").values(),
                        shape.sizes().get(0),
                        shape.channels());
                weights(layer.name() + ".b", layer.weights("bias").values(), shape.channels());
                node("Gemm", layer.name() + ".sum", last, layer.name() + ".w", layer.name() + ".b");
                node("Softmax", ANSWER, layer.name() + ".sum");
            }
            default -> throw new IllegalArgumentException("the benchmark knows no " + layer.type());
        }
    }

    private NodeProto.Builder node(String operator, String output, String... inputs) {
        last = output;
        return graph.addNodeBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    private static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private void weights(String name, float[] values, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = graph.addInitializerBuilder().setName(name).setDataType(FLOAT);
        for (int size : sizes) {
            tensor.addDims(size);
        }
        tensor.setRawData(ByteString.copyFrom(bytes.array()));
    }

    private static ValueInfoProto value(String name, int... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("batch");
        for (int size : sizes) {
            shape.addDimBuilder().setDimValue(size);
        }
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static int[] sizesChannelsFirst(Tensor kernel) {
        List<Integer> sizes = kernel.shape().sizes();
        return new int[] {sizes.get(3), sizes.get(2), sizes.get(0), sizes.get(1)};
    }

    private static float[] channelsFirst(Tensor kernel) {
        List<Integer> sizes = kernel.shape().sizes();
        int places = sizes.get(0) * sizes.get(1);
        int in = sizes.get(2);
        int out = sizes.get(3);
        float[] values = new float[kernel.values().length];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    values[(o * in + i) * places + place] = kernel.values()[(place * in + i) * out + o];
                }
            }
        }
        return values;
    }
}
