package br.com.redcheck.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SupportedPostgresTest {
    @Test
    void aDatabaseOlderThanVersion16EndsTheStartBeforeAnythingIsAskedOfIt() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> greet(listening, "15.13"));
            server.start();

            application(listening.getLocalPort()).run(context -> {
                assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                SupportedPostgres.TooOld.class,
                                refusal -> assertThat(refusal.arguments()).containsExactly("15", "16"));
            });
        }
    }

    private static ApplicationContextRunner application(int port) {
        // With this promise the driver says everything in its first message, and nothing else need be answered.
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/any?sslmode=disable&assumeMinServerVersion=14";
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
                .withUserConfiguration(SupportedPostgres.class)
                .withPropertyValues(
                        "spring.datasource.url=" + url, "spring.flyway.url=" + url, "spring.flyway.user=any");
    }

    /** Greets one client as a PostgreSQL of that version does that asks for no password, and answers nothing more. */
    private static void greet(ServerSocket listening, String version) {
        try (Socket client = listening.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.skipNBytes(in.readInt() - Integer.BYTES);
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            send(out, 'R', new byte[Integer.BYTES]);
            setting(out, "server_version", version);
            setting(out, "client_encoding", "UTF8");
            setting(out, "DateStyle", "ISO");
            setting(out, "integer_datetimes", "on");
            setting(out, "standard_conforming_strings", "on");
            send(out, 'Z', new byte[] {'I'});
            in.read(); // whatever comes next: the connection ends
        } catch (IOException clientIsGone) {
            // The test says what it missed.
        }
    }

    private static void setting(DataOutputStream out, String name, String value) throws IOException {
        send(out, 'S', (name + '\0' + value + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(DataOutputStream out, char kind, byte[] body) throws IOException {
        out.writeByte(kind);
        out.writeInt(Integer.BYTES + body.length);
        out.write(body);
    }
}
