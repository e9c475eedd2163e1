package br.com.redcheck.vault;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the master key: in the key management service, else the configured one, else the one in the home folder, else, where that
 * can do no harm, a new one kept there. It would do harm beside owners' keys that another one wrapped, and with a database that
 * several instances may share.
 *
 * <p>While a key in the home folder is being replaced, the new one stands beside it; both open, the new one wraps.
 */
final class MasterKeyFinder {
    private static final Logger log = LoggerFactory.getLogger(MasterKeyFinder.class);
    private static final Set<PosixFilePermission> OWN =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final Path successor;
    private final VaultSettings settings;

    MasterKeyFinder(Home home, VaultSettings settings) {
        this.file = home.subfolder("keys").resolve("master.key");
        this.successor = file.resolveSibling("master.key.new");
        this.settings = settings;
    }

    /**
     * @param mayMake whether a new key may be made if there is none
     * @throws MasterKeyMissing if there is none and none may be made
     * @throws MasterKeyMalformed if what was found is not a key
     * @throws MasterKeyExposed if others may read the file
     * @throws KmsInsecure if keys would travel to the service in the clear
     */
    MasterKeys find(boolean mayMake) throws IOException {
        Optional<MasterKey> former = given(settings.formerMasterKey());
        if (settings.transit() != null) {
            return new MasterKeys(new TransitMasterKey(settings.transit()), former);
        }
        Optional<MasterKey> configured = given(settings.masterKey());
        if (configured.isPresent()) {
            return new MasterKeys(configured.get(), former);
        }
        if (!Files.exists(file)) {
            if (!mayMake) {
                throw new MasterKeyMissing(file);
            }
            make(file);
        }
        return Files.exists(successor)
                ? new MasterKeys(read(successor), Optional.of(read(file)))
                : new MasterKeys(read(file), former);
    }

    /** Begins to replace the key in the home folder, or goes on with it; a key from elsewhere is replaced elsewhere. */
    MasterKeys renew() throws IOException {
        if (settings.keyInFile() && !Files.exists(successor)) {
            make(successor);
        }
        return find(false);
    }

    /** Puts the new key in the place of the former one, which nothing needs any more. */
    void settle() throws IOException {
        if (settings.keyInFile() && Files.exists(successor)) {
            PrivateFiles.publish(successor, file);
        }
    }

    /** Where the key lies, if it lies in the home folder. */
    Optional<Path> place() {
        return settings.keyInFile() ? Optional.of(file) : Optional.empty();
    }

    private static Optional<MasterKey> given(@Nullable String base64) {
        return Optional.ofNullable(base64).filter(key -> !key.isBlank()).map(LocalMasterKey::parse);
    }

    private static void make(Path place) throws IOException {
        byte[] key = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(key);
        PrivateFiles.write(place, Base64.getEncoder().encode(key));
        log.warn(
                "MADE THE MASTER KEY {} - COPY IT TO A SAFE PLACE, apart from copies of the data: without it every exam is lost",
                place);
    }

    private static MasterKey read(Path place) throws IOException {
        boolean posix = Files.getFileStore(place).supportsFileAttributeView("posix");
        if (posix && !OWN.containsAll(Files.getPosixFilePermissions(place))) {
            throw new MasterKeyExposed(place);
        }
        return LocalMasterKey.parse(Files.readString(place, StandardCharsets.US_ASCII));
    }
}
