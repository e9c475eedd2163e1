package br.com.redcheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in that speaks the documented protocol; no real Vault was at hand. */
class TransitMasterKeyTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final OwnerId ana = OwnerId.random();
    private final OwnerId rui = OwnerId.random();
    private TransitStandIn service;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        service = new TransitStandIn();
        token = Files.writeString(folder.resolve("token"), TransitStandIn.TOKEN + "\n");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aWrappedKeyOpensForItsOwnerAlone() {
        TransitMasterKey master = master(service.address());
        WrappedKey wrapped = master.wrap(ana, KEY);

        assertThat(wrapped.master()).isEqualTo("transit:exams:v1").isEqualTo(master.id());
        assertThat(new String(wrapped.bytes(), StandardCharsets.US_ASCII)).startsWith("vault:v1:");
        assertThat(master.unwrap(ana, wrapped.bytes())).isEqualTo(KEY);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> master.unwrap(rui, wrapped.bytes()));
    }

    @Test
    void whatAFormerVersionWrappedStillOpens() {
        TransitMasterKey master = master(service.address());
        WrappedKey wrapped = master.wrap(ana, KEY);

        service.rotate();

        assertThat(master.id()).isEqualTo("transit:exams:v2");
        assertThat(master.opens("transit:exams:v1")).isTrue();
        assertThat(master.opens("transit:other:v1")).isFalse();
        assertThat(master.unwrap(ana, wrapped.bytes())).isEqualTo(KEY);
        assertThat(master.wrap(ana, KEY).master()).isEqualTo("transit:exams:v2");
    }

    @Test
    void aTokenThatDoesNotOpenIsSaidWithoutRepeatingIt() throws IOException {
        Files.writeString(token, "hvs.wrong");

        assertThatExceptionOfType(KmsAway.class)
                .isThrownBy(() -> master(service.address()).wrap(ana, KEY))
                .satisfies(e -> assertThat(e.what()).isEqualTo("HTTP 403"))
                .withMessageNotContaining("hvs");
    }

    @Test
    void aRenewedTokenIsTakenUpAtOnce() throws IOException {
        TransitMasterKey master = master(service.address());
        Files.writeString(token, "hvs.expired");
        assertThatExceptionOfType(KmsAway.class).isThrownBy(master::id);

        Files.writeString(token, TransitStandIn.TOKEN);

        assertThat(master.id()).isEqualTo("transit:exams:v1");
    }

    @Test
    void aServiceThatIsDownIsSaid() {
        URI address = service.address();
        service.close();

        assertThatExceptionOfType(KmsAway.class)
                .isThrownBy(() -> master(address).id())
                .satisfies(e -> assertThat(e.what()).isEqualTo("ConnectException"));
    }

    @Test
    void aServiceThatNeverAnswersIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            assertThatExceptionOfType(KmsAway.class)
                    .isThrownBy(() -> master(address).id())
                    .satisfies(e -> assertThat(e.what()).isEqualTo("HttpTimeoutException"));
        }
    }

    @Test
    void keysDoNotTravelInTheClear() {
        assertThatExceptionOfType(KmsInsecure.class)
                .isThrownBy(() -> master(URI.create("http://vault.example.org:8200")));
    }

    private TransitMasterKey master(URI address) {
        return new TransitMasterKey(
                new TransitSettings(address, token, "transit", "exams", null, Duration.ofMillis(500)));
    }
}
