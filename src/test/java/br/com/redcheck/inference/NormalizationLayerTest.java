package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Each value is brought to what training measured of its channel, however its array lies in memory. */
class NormalizationLayerTest {
    private static final double EPSILON = 0.01;
    private static final float[] MEAN = {1, -2, 0.5f};
    private static final float[] VARIANCE = {4, 0.25f, 1};
    private static final float[] GAMMA = {2, -1, 0.5f};
    private static final float[] BETA = {0, 3, -1};

    @Test
    void everyValueIsNormalized() {
        INDArray input = Nd4j.rand(DataType.FLOAT, 2, 5, 7, 3);

        isNormalized(input, input);
    }

    @Test
    void aViewIsReadAsItMeans() {
        INDArray input = Nd4j.rand(DataType.FLOAT, 2, 3, 5, 7).permute(0, 2, 3, 1);

        isNormalized(input, input.dup('c'));
    }

    private static void isNormalized(INDArray input, INDArray values) {
        try (Workers workers = new Workers(2)) {
            INDArray results =
                    new NormalizationLayer(theirs(), workers).activate(input, false, LayerWorkspaceMgr.noWorkspaces());
            float[] found = results.dup('c').data().asFloat();
            float[] given = values.data().asFloat();
            for (int i = 0; i < found.length; i++) {
                int c = i % 3;
                double expected = GAMMA[c] * (given[i] - MEAN[c]) / Math.sqrt(VARIANCE[c] + EPSILON) + BETA[c];
                assertThat((double) found[i]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    private static BatchNormalization theirs() {
        NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder()
                .layer(new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder()
                        .nOut(3)
                        .eps(EPSILON)
                        .build())
                .build();
        BatchNormalization layer = new BatchNormalization(configuration, DataType.FLOAT);
        layer.setParamTable(Map.of("mean", row(MEAN), "var", row(VARIANCE), "gamma", row(GAMMA), "beta", row(BETA)));
        return layer;
    }

    private static INDArray row(float[] values) {
        return Nd4j.create(new float[][] {values});
    }
}
