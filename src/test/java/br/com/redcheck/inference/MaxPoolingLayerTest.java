package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Our pooling gives what DL4J's gives. */
class MaxPoolingLayerTest {
    @ParameterizedTest
    @CsvSource({"1, 2, 2, 1", "2, 5, 7, 16", "1, 21, 32, 24", "3, 8, 9, 3"})
    void everyPlaceIsTheGreatestOfFour(int pictures, int height, int width, int channels) {
        SubsamplingLayer theirs = theirs();
        assertThat(MaxPoolingLayer.suits(theirs)).isTrue();
        INDArray input =
                Nd4j.rand(DataType.FLOAT, pictures, height, width, channels).subi(0.5);

        try (Workers workers = new Workers(2)) {
            INDArray results = results(new MaxPoolingLayer(theirs, workers), input);

            assertThat(results).isEqualTo(results(theirs, input));
        }
    }

    private static SubsamplingLayer theirs() {
        NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder()
                .layer(new org.deeplearning4j.nn.conf.layers.SubsamplingLayer.Builder()
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build())
                .build();
        return new SubsamplingLayer(configuration, DataType.FLOAT);
    }

    private static INDArray results(Layer layer, INDArray input) {
        return layer.activate(input, false, LayerWorkspaceMgr.noWorkspaces());
    }
}
