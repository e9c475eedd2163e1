package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.redcheck.model.TrainedNetwork.NoMap;
import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people send them: what is sound is taken, what is not is refused by the name of what it is. */
class FieldNetworksTest {
    private static final Path FOLDER = KerasFixtures.FOLDER.resolve("field");

    @ParameterizedTest
    @CsvSource({
        "activation.h5",
        "softmax-layer.h5",
        "ActivityRegularization.h5",
        "GaussianNoise.h5",
        "SpatialDropout2D.h5",
        "policy.h5",
        "dense-attr.h5",
        "fixed-bytes.h5",
        "vlen-large.h5",
        "scoped.h5",
        "bn-after-gap.h5",
        "softmax3.h5"
    })
    void isTakenWithAMapOverItsLastConvolution(String file) throws IOException {
        TrainedNetwork network = KerasFixtures.packed(FOLDER.resolve(file + ".gz"));

        assertThat(network.noMap()).isEmpty();
        assertThat(network.features()).contains("block5_conv3");
        assertThat(network.mapWeights().orElseThrow().shape())
                .isEqualTo(Shape.of(8, network.answer().output().channels()));
    }

    @ParameterizedTest
    @CsvSource({"sigmoid1.h5, NOT_SOFTMAX", "two-dense.h5, NO_GLOBAL_POOLING"})
    void isTakenWithoutAMap(String file, NoMap reason) throws IOException {
        assertThat(KerasFixtures.packed(FOLDER.resolve(file + ".gz")).noMap()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "none-none-3.h5, input size is open",
        "GlobalMaxPooling2D.h5, GlobalMaxPooling2D",
        "LeakyReLU.h5, LeakyReLU",
        "keras1.h5, Convolution2D",
        "float16-weights.h5, float32",
        "really-a-zip.h5, not HDF5"
    })
    void isRefusedByName(String file, String name) {
        RefusedModel refused =
                catchThrowableOfType(RefusedModel.class, () -> KerasFixtures.packed(FOLDER.resolve(file + ".gz")));

        assertThat(new Messages().text(Locale.ENGLISH, refused)).contains(name);
    }
}
