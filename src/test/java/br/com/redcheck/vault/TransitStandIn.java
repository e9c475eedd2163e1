package br.com.redcheck.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the part of Vault's transit protocol that we need, as its documentation has it, over real AES-256-GCM keys. */
final class TransitStandIn implements AutoCloseable {
    static final String TOKEN = "hvs.test-token";

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final List<Aead> versions = new ArrayList<>();

    TransitStandIn() throws IOException {
        rotate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transit/encrypt/exams", exchange -> answer(exchange, true));
        server.createContext("/v1/transit/decrypt/exams", exchange -> answer(exchange, false));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds a version of the key, as {@code transit/keys/exams/rotate} does. */
    void rotate() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) (versions.size() + 1));
        try {
            versions.add(new AesGcmJce(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, boolean encrypt) throws IOException {
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            send(exchange, 403, Map.of("errors", List.of("permission denied")));
            return;
        }
        JsonNode question = json.readTree(exchange.getRequestBody());
        byte[] associated =
                Base64.getDecoder().decode(question.path("associated_data").asString());
        try {
            send(
                    exchange,
                    200,
                    Map.of("data", encrypt ? encrypted(question, associated) : decrypted(question, associated)));
        } catch (GeneralSecurityException e) {
            send(exchange, 400, Map.of("errors", List.of("cipher: message authentication failed")));
        }
    }

    private Map<String, String> encrypted(JsonNode question, byte[] associated) throws GeneralSecurityException {
        byte[] plain = Base64.getDecoder().decode(question.path("plaintext").asString());
        byte[] sealed = versions.get(versions.size() - 1).encrypt(plain, associated);
        String ciphertext =
                "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(sealed);
        return Map.of("ciphertext", ciphertext);
    }

    private Map<String, String> decrypted(JsonNode question, byte[] associated) throws GeneralSecurityException {
        String[] parts = question.path("ciphertext").asString().split(":", 3);
        if (parts.length != 3) {
            throw new GeneralSecurityException("invalid ciphertext: no prefix");
        }
        Aead version = versions.get(Integer.parseInt(parts[1].substring(1)) - 1);
        byte[] plain = version.decrypt(Base64.getDecoder().decode(parts[2]), associated);
        return Map.of("plaintext", Base64.getEncoder().encodeToString(plain));
    }

    private void send(HttpExchange exchange, int status, Map<String, ?> answer) throws IOException {
        byte[] body = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
