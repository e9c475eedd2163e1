package br.com.redcheck.account;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Stands for an address of the network or an e-mail where only its coming again matters. All IPv4 addresses can be tried in minutes,
 * hence a key, which is not in the database: {@code keys/visitors.key} in the home folder, made on first use. Without it nothing but
 * the counting begins anew.
 */
@Component
class KeyedHash {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    KeyedHash(Home home) {
        Path file = home.subfolder("keys").resolve("visitors.key");
        try {
            if (!Files.exists(file)) {
                byte[] chance = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(chance);
                PrivateFiles.write(file, chance);
            }
            key = new SecretKeySpec(Files.readAllBytes(file), HMAC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
