package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.redcheck.model.RefusedModel.Reason;
import br.com.redcheck.model.TrainedNetwork.NoMap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KerasReaderTest {
    private final KerasReader reader = new KerasReader(KerasLimits.defaults());

    @ParameterizedTest
    @MethodSource("br.com.redcheck.model.KerasFixtures#cases")
    void whatKerasWroteIsRead(KerasFixtures.Case fixture) throws IOException {
        TrainedNetwork network = fixture.read();

        assertThat(network.sha256()).isEqualTo(fixture.expected().path("sha256").stringValue());
        assertThat(network.input()).isEqualTo(Shape.of(170, 256, 3));
        assertThat(network.answer().output().values())
                .isEqualTo(fixture.expected().path("softmax").path(0).size());
        if (fixture.expected().has("cam_class1_first_image")) {
            assertThat(network.noMap()).isEmpty();
            assertThat(network.features().flatMap(network::layer).orElseThrow().output())
                    .isEqualTo(Shape.of(10, 16, 16));
        }
    }

    @Test
    void everyLayerOfAVgg16IsCounted() throws IOException {
        TrainedNetwork network = KerasFixtures.named("keras2_sequential.h5").read();

        assertThat(network.layers()).hasSize(20);
        assertThat(network.layers().get(0).parameters()).isEqualTo(3 * 3 * 3 * 4 + 4);
        assertThat(network.features()).contains("block5_conv3");
    }

    @Test
    void aMapIsNotDefinedWithoutGlobalPoolingOrWithoutSoftmax() throws IOException {
        assertThat(KerasFixtures.named("keras3_flatten_dense.h5").read().noMap())
                .contains(NoMap.NO_GLOBAL_POOLING);
        assertThat(KerasFixtures.named("keras3_sigmoid.h5").read().noMap()).contains(NoMap.NOT_SOFTMAX);
    }

    @ParameterizedTest
    @CsvSource({
        "cfg_garbage.h5, UNREADABLE_ARCHITECTURE",
        "cfg_kernel1e5.h5, UNSUPPORTED_SETTING",
        "cfg_units2e9.h5, UNSUPPORTED_SETTING",
        "empty.h5, NOT_HDF5",
        "external_link.h5, LINK",
        "huge_10GB.h5, WRONG_SHAPE",
        "inf.h5, NOT_FINITE",
        "lambda.h5, LAMBDA",
        "layers500.h5, TOO_MANY_LAYERS",
        "nan.h5, NOT_FINITE",
        "notH5.h5, NOT_HDF5",
        "overflow_small.h5, WRONG_SHAPE",
        "trunc_100.h5, DAMAGED",
        "trunc_half.h5, DAMAGED",
        "unknown_layer.h5, UNKNOWN_LAYER",
        "wrong_shape_bias.h5, WRONG_SHAPE",
        "wrong_shape_kernel.h5, WRONG_SHAPE"
    })
    void aHostileFileIsRefusedByName(String file, Reason reason) {
        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> reader.read(KerasFixtures.hostile(file)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void theSoundFileThatTheHostileOnesWereMadeFromIsRead() throws IOException {
        assertThat(reader.read(KerasFixtures.hostile("ok.h5")).layers()).hasSize(6);
    }

    @Test
    void weightsAloneAskForTheirArchitecture() {
        RefusedModel refused = catchThrowableOfType(
                RefusedModel.class, () -> reader.read(KerasFixtures.FOLDER.resolve("keras2_weights_only.h5")));

        assertThat(refused.reason()).isEqualTo(Reason.NO_ARCHITECTURE);
    }

    @Test
    void weightsOfModelsWithinModelsAreFoundWhereKeras3NumbersThem() throws IOException {
        byte[] whole = KerasFixtures.unpacked(KerasFixtures.FOLDER.resolve("kinds/nested_three_levels.h5.gz"));
        byte[] weights =
                KerasFixtures.unpacked(KerasFixtures.FOLDER.resolve("kinds/nested_three_levels.weights.h5.gz"));

        assertThat(values(reader.read(weights, whole))).containsExactlyElementsOf(values(reader.read(whole)));
    }

    private static List<float[]> values(TrainedNetwork network) {
        return network.layers().stream()
                .flatMap(layer -> layer.weights().stream())
                .map(Tensor::values)
                .toList();
    }

    @Test
    void aLambdaIsTakenOnlyOnItsOwnersWord() {
        assertThatThrownBy(() -> reader.read(KerasFixtures.FOLDER.resolve("keras2_lambda_redcheck.h5")))
                .isInstanceOfSatisfying(
                        RefusedModel.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.LAMBDA));
    }

    @Test
    void moreParametersThanTheLimitAreRefusedBeforeTheyAreRead() {
        KerasLimits small = new KerasLimits(1 << 20, 10, 100, 1_000_000, 1_000_000_000, 32, 1000);

        assertThatThrownBy(() -> new KerasReader(small).read(KerasFixtures.hostile("ok.h5")))
                .isInstanceOfSatisfying(
                        RefusedModel.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_PARAMETERS));
    }

    /** Bytes changed at random either do no harm or end in a named refusal; nothing else comes out. */
    @Test
    void aFileWithChangedBytesIsReadOrRefused() throws IOException {
        byte[] sound = Files.readAllBytes(KerasFixtures.hostile("ok.h5"));
        Random random = new Random(20200401);
        for (int round = 0; round < 400; round++) {
            byte[] changed = sound.clone();
            for (int i = 0; i < 1 + round % 12; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            int end = round % 5 == 0 ? random.nextInt(changed.length) : changed.length;
            try {
                assertThat(reader.read(Arrays.copyOf(changed, end)).layers()).isNotEmpty();
            } catch (RefusedModel refused) {
                assertThat(refused.key()).startsWith("refusal.refused-model.");
            }
        }
    }
}
