package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.model.ModelCard.Estimate;
import br.com.redcheck.model.RefusedModel.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
    private final ModelCatalog catalog = new ModelCatalog();

    @TempDir
    Path folder;

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
    void aNewerVersionFromAFolderStandsBesideTheOlderOne() throws IOException {
        FurtherNetworks.copy(folder, "vgg16-cam-cxr", "0.10.0");
        FurtherNetworks.copy(folder, "other-cxr", "1.0.0");

        ModelCatalog both = new ModelCatalog(Optional.of(folder));

        assertThat(both.cards())
                .extracting(card -> card.name() + " " + card.version())
                .containsExactly(
                        "other-cxr 1.0.0", "vgg16-cam-ct 0.1.0", "vgg16-cam-cxr 0.10.0", "vgg16-cam-cxr 0.1.0");
        assertThat(both.named("vgg16-cam-cxr").version()).isEqualTo("0.10.0");
        assertThat(both.named("vgg16-cam-cxr@0.1.0").version()).isEqualTo("0.1.0");
        assertThat(both.network(both.named("other-cxr")).sha256())
                .isEqualTo(catalog.named("vgg16-cam-cxr").sha256());
    }

    @Test
    void aFolderThatIsNotThereOrHoldsWhatCannotBeUsedStopsTheStart() throws IOException {
        assertThatExceptionOfType(UnusableModels.class)
                .isThrownBy(() -> new ModelCatalog(Optional.of(folder.resolve("nowhere"))))
                .satisfies(refused -> assertThat(refused.key()).endsWith("no-folder"));

        FurtherNetworks.copy(folder, "vgg16-cam-cxr", "0.1.0");
        assertThatExceptionOfType(UnusableModels.class)
                .isThrownBy(() -> new ModelCatalog(Optional.of(folder)))
                .satisfies(refused -> assertThat(refused.key()).endsWith("twice"));

        Files.writeString(folder.resolve("vgg16-cam-cxr/0.1.0/card.json"), "{}");
        assertThatExceptionOfType(UnusableModels.class)
                .isThrownBy(() -> new ModelCatalog(Optional.of(folder)))
                .satisfies(refused -> assertThat(refused.key()).endsWith("bad-card"));
    }

    @Test
    void aMeasureThatIsNotTheCardsIsRefused() throws IOException {
        Path copy = FurtherNetworks.copy(folder, "other-cxr", "1.0.0");
        Files.writeString(copy.resolve("familiarity.json"), "{}");
        ModelCatalog both = new ModelCatalog(Optional.of(folder));

        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> both.network(both.named("other-cxr")))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_CHECKSUM));
    }

    @Test
    void aMeasureThatIsMissingIsSaid() throws IOException {
        Path copy = FurtherNetworks.copy(folder, "other-cxr", "1.0.0");
        Files.delete(copy.resolve("familiarity.json"));
        ModelCatalog both = new ModelCatalog(Optional.of(folder));

        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> both.network(both.named("other-cxr")))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MISSING_FILE))
                .satisfies(refused -> assertThat(refused.arguments()).contains("familiarity.json"));
    }

    @Test
    void aMapOverALayerThatTheAnswerDoesNotWeighIsRefused() throws IOException {
        Path card = FurtherNetworks.copy(folder, "other-cxr", "1.0.0").resolve("card.json");
        Files.writeString(card, Files.readString(card).replace("\"block5_conv3\"", "\"block1_conv1\""));
        ModelCatalog both = new ModelCatalog(Optional.of(folder));

        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> both.network(both.named("other-cxr")))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_CARD));
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
        assertThat(card.training())
                .hasValueSatisfying(training -> assertThat(training.images()).isEqualTo(1295));
        assertThat(card.performance()).allSatisfy(set -> assertThat(set.parts()).isNotEmpty());
        assertThat(card.performance())
                .filteredOn(measured -> measured.set().equals("external"))
                .singleElement()
                .satisfies(
                        external -> assertThat(external.sensitivity()).contains(new Estimate(0.8192, 0.7814, 0.8517)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "[]", "{\"name\": \"../x\", \"labels\": [\"a\", \"b\"], \"positive_label\": 7}"})
    void aCardThatSaysTooLittleIsRefused(String json) {
        assertThatExceptionOfType(RefusedModel.class)
                .isThrownBy(() -> CardReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_CARD));
    }
}
