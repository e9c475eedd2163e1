package br.com.redcheck.vault;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A master key that never leaves HashiCorp Vault: its transit engine wraps and unwraps for us, with the owner as associated data.
 *
 * <p>The key is rotated there ({@code vault write -f transit/keys/covid-dicom/rotate}); what was wrapped by a former version of it
 * opens until that is retired there too. The token needs {@code update} on the key's {@code encrypt} and {@code decrypt} and on
 * nothing else. See <a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">the transit engine's HTTP API</a>.
 */
final class TransitMasterKey implements MasterKey {
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d{1,9}):[A-Za-z0-9+/=]+");
    private static final OwnerId NOBODY = new OwnerId(new UUID(0, 0));
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final TransitSettings settings;
    private final HttpClient client;
    private final JsonMapper json = new JsonMapper();

    /** @throws KmsInsecure if the address is neither this machine nor behind TLS */
    TransitMasterKey(TransitSettings settings) {
        if (!"https".equals(settings.address().getScheme()) && !local(settings.address())) {
            throw new KmsInsecure();
        }
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Asks the service, by wrapping nothing. */
    @Override
    public String id() {
        String master = wrap(NOBODY, new byte[1]).master();
        return master == null ? prefix() : master;
    }

    @Override
    public boolean opens(String id) {
        return id.startsWith(prefix());
    }

    @Override
    public WrappedKey wrap(OwnerId owner, byte[] key) {
        HttpResponse<String> answer =
                ask("encrypt", Map.of("plaintext", base64(key), "associated_data", base64(Names.bytes(owner.value()))));
        require(answer);
        String ciphertext = field(answer, "ciphertext");
        Matcher version = CIPHERTEXT.matcher(ciphertext);
        if (!version.matches()) {
            throw new KmsAway("ciphertext", null);
        }
        return new WrappedKey(prefix() + version.group(1), ciphertext.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public byte[] unwrap(OwnerId owner, byte[] wrapped) {
        String ciphertext = new String(wrapped, StandardCharsets.US_ASCII);
        HttpResponse<String> answer =
                ask("decrypt", Map.of("ciphertext", ciphertext, "associated_data", base64(Names.bytes(owner.value()))));
        if (answer.statusCode() == BAD_REQUEST) {
            throw new SealBroken(null);
        }
        require(answer);
        try {
            return Base64.getDecoder().decode(field(answer, "plaintext"));
        } catch (IllegalArgumentException e) {
            throw new KmsAway("plaintext", null); // without the cause, whose message may cite a key
        }
    }

    private HttpResponse<String> ask(String deed, Map<String, String> question) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(place(deed))
                    .timeout(settings.timeout())
                    .header(
                            "X-Vault-Token",
                            Files.readString(settings.tokenFile()).strip())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(question)));
            if (settings.namespace() != null) {
                request.header("X-Vault-Namespace", settings.namespace());
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new KmsAway(e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KmsAway("interrupted", e);
        }
    }

    private URI place(String deed) {
        return settings.address().resolve("/v1/" + settings.mount() + "/" + deed + "/" + settings.key());
    }

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new KmsAway("HTTP " + answer.statusCode(), null);
        }
    }

    private String field(HttpResponse<String> answer, String name) {
        try {
            return json.readTree(answer.body()).path("data").path(name).asString("");
        } catch (JacksonException e) {
            throw new KmsAway("JSON", null); // without the cause, whose message may cite a key
        }
    }

    private String prefix() {
        return "transit:" + settings.key() + ":v";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean local(URI address) {
        return "localhost".equals(address.getHost())
                || InetAddress.getLoopbackAddress().getHostAddress().equals(address.getHost());
    }

    @Override
    public String toString() {
        return "TransitMasterKey[" + settings.address() + "]";
    }
}
