package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.model.ModelCard.Estimate;
import br.com.redcheck.model.RefusedModel.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
    private final ModelCatalog catalog = new ModelCatalog();

    @Test
    void theShippedNetworksAreTheOnesTheirCardsDescribe() {
        assertThat(catalog.cards()).extracting(ModelCard::name).containsExactly("vgg16-cam-ct", "vgg16-cam-cxr");

        for (ModelCard card : catalog.cards()) {
            TrainedNetwork network = catalog.network(card);
            assertThat(network.parameters()).isEqualTo(14_715_714);
            assertThat(network.noMap()).isEmpty();
        }
    }

    @Test
    void aNetworkIsFoundByModality() {
        assertThat(catalog.forModality("CT").map(ModelCard::name)).contains("vgg16-cam-ct");
        assertThat(catalog.forModality("DX").map(ModelCard::name)).contains("vgg16-cam-cxr");
        assertThat(catalog.forModality("MR")).isEmpty();
    }

    @Test
    void aNetworkThatNobodyInstalledIsRefused() {
        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> catalog.named("no-such-network"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_SUCH_MODEL));
    }

    @Test
    void aCardTellsWhatWasMeasuredAndWarns() {
        ModelCard card = catalog.named("vgg16-cam-ct");

        assertThat(card.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("generalise"));
        assertThat(card.performance())
                .filteredOn(measured -> measured.set().equals("external"))
                .singleElement()
                .satisfies(
                        external -> assertThat(external.sensitivity()).contains(new Estimate(0.8192, 0.7814, 0.8517)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"labels\": [\"a\", \"b\"], \"positive_label\": 7}"})
    void aCardThatSaysTooLittleIsRefused(String json) {
        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> CardReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_CARD));
    }
}
