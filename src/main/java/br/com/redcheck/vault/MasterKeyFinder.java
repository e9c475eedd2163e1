package br.com.redcheck.vault;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the master key: the configured one, else the one in the home folder, else, where that can do no harm, a new one kept
 * there. It would do harm beside owners' keys that another one wrapped, and with a database that several instances may share.
 */
final class MasterKeyFinder {
    private static final Logger log = LoggerFactory.getLogger(MasterKeyFinder.class);

    private final Path file;

    MasterKeyFinder(Home home) {
        this.file = home.subfolder("keys").resolve("master.key");
    }

    /**
     * @param configured 32 bytes in Base64, or null
     * @param mayMake whether a new key may be made if there is none
     * @throws MasterKeyMissing if there is none and none may be made
     * @throws MasterKeyMalformed if what was found is not a key
     */
    MasterKey find(@Nullable String configured, boolean mayMake) throws IOException {
        if (configured != null && !configured.isBlank()) {
            return parse(configured);
        }
        if (!Files.exists(file)) {
            if (!mayMake) {
                throw new MasterKeyMissing(file);
            }
            make();
        }
        return parse(Files.readString(file, StandardCharsets.US_ASCII));
    }

    private void make() throws IOException {
        byte[] key = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(key);
        PrivateFiles.write(file, Base64.getEncoder().encode(key));
        log.warn(
                "MADE THE MASTER KEY {} - COPY IT TO A SAFE PLACE, apart from copies of the data: without it every exam is lost",
                file);
    }

    private static MasterKey parse(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new MasterKeyMalformed(); // without the cause, whose message cites what it stumbled over
        }
        if (key.length != MasterKey.BYTES) {
            throw new MasterKeyMalformed();
        }
        return new MasterKey(key);
    }
}
