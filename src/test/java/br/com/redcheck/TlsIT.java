package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a certificate of its own the server speaks TLS, and has browsers come back by no other way. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TlsIT {
    private static final String PASSWORD = "of no certificate but this";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry properties) throws IOException, InterruptedException {
        make(store());
        properties.add("server.ssl.bundle", () -> "web");
        properties.add(
                "spring.ssl.bundle.jks.web.keystore.location",
                () -> store().toUri().toString());
        properties.add("spring.ssl.bundle.jks.web.keystore.password", () -> PASSWORD);
    }

    @Test
    void cookiesAreForTlsAloneAndBrowsersAreToldToStayWithIt() throws Exception {
        HttpResponse<Void> door = browser()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in"))
                                .build(),
                        BodyHandlers.discarding());

        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(door.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(told -> assertThat(told).contains("max-age=31536000"));
        assertThat(door.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    }

    /** Trusts this certificate and no other. */
    private static HttpClient browser() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("web", trusted.getCertificate("web"));
        trust.init(certificates);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    private static void make(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private static Path store() {
        return folder.resolve("web.p12");
    }
}
