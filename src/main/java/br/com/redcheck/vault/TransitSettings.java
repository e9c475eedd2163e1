package br.com.redcheck.vault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where HashiCorp Vault is (or OpenBao, which answers to the same questions), and which of its keys wraps ours.
 *
 * @param address such as {@code https://vault.example.org:8200}; TLS, unless it is this machine
 * @param tokenFile holds the token; read at each request, so that it may be renewed at any time
 * @param mount where its transit engine is mounted
 * @param key the name of a key of type {@code aes256-gcm96}
 * @param namespace of an Enterprise edition, if any
 * @param timeout for connecting, and once more for the answer
 */
record TransitSettings(
        URI address,
        Path tokenFile,
        @DefaultValue("transit") String mount,
        @DefaultValue("covid-dicom") String key,
        @Nullable String namespace,
        @DefaultValue("5s") Duration timeout) {}
