package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.model.FurtherNetworks;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkChoiceTest {
    @TempDir
    Path folder;

    private ModelCatalog catalog;

    @BeforeEach
    void install() throws IOException {
        FurtherNetworks.copy(folder, "vgg16-cam-cxr", "0.2.0");
        FurtherNetworks.copy(folder, "other-cxr", "1.0.0");
        catalog = new ModelCatalog(Optional.of(folder));
    }

    @Test
    void theFirstOfTheListThatReadsAModalityIsItsDefault() {
        NetworkChoice choice = choice("other-cxr", "vgg16-cam-cxr@0.1.0", "vgg16-cam-ct");

        assertThat(choice.regular("DX"))
                .extracting(NetworkChoiceTest::named)
                .containsExactly("other-cxr 1.0.0", "vgg16-cam-cxr 0.1.0");
        assertThat(named(choice.forModality("CT"))).isEqualTo("vgg16-cam-ct 0.1.0");
        assertThat(choice.isDefault(catalog.named("other-cxr"))).isTrue();
        assertThat(choice.isDefault(catalog.named("vgg16-cam-cxr@0.1.0"))).isFalse();
    }

    @Test
    void aNewerVersionReadsInPlaceOfTheOlderOneUnlessTheListSaysWhich() {
        assertThat(named(choice("vgg16-cam-cxr").forModality("CR"))).isEqualTo("vgg16-cam-cxr 0.2.0");
        assertThat(named(choice("vgg16-cam-cxr@0.1.0").forModality("CR"))).isEqualTo("vgg16-cam-cxr 0.1.0");
    }

    @Test
    void allThatReadAModalityCanBeAsked() {
        assertThat(choice("vgg16-cam-ct").able("DX")).hasSize(3);
        assertThatExceptionOfType(UnwantedModality.class)
                .isThrownBy(() -> choice("vgg16-cam-ct").regular("DX"));
    }

    @Test
    void aNetworkThatIsNotInstalledStopsTheStart() {
        assertThatExceptionOfType(NetworkNotInstalled.class).isThrownBy(() -> choice("vgg16-cam-cxr@7.0.0"));
    }

    private NetworkChoice choice(String... networks) {
        return new NetworkChoice(catalog, new ReadingSettings(List.of(networks)));
    }

    private static String named(ModelCard card) {
        return card.name() + " " + card.version();
    }
}
