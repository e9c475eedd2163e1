package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What files are known by here. The sender's own hash of a name could be guessed, and the name may be a patient's: with the owner's
 * secret in it, it tells nothing to whoever has the database alone.
 */
@Component
class FileKeys {
    private static final String PURPOSE = "sending.file";

    private final Vault vault;

    FileKeys(Vault vault) {
        this.vault = vault;
    }

    /** Of an owner's files, in hexadecimal, in the same order. */
    SentFiles.Named of(OwnerId owner, List<Announcement.File> files) {
        return new SentFiles.Named(
                hashed(owner, files.stream().map(Announcement.File::key)),
                hashed(owner, files.stream().map(file -> Objects.requireNonNullElse(file.place(), ""))));
    }

    private List<String> hashed(OwnerId owner, Stream<String> names) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(vault.secret(owner, PURPOSE).bytes(), "HmacSHA256"));
            return names.map(name -> name.isEmpty()
                            ? ""
                            : HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.US_ASCII))))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
