package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** What a client of the protocol says about a file: {@code name base64,name base64}. Only the key is heard; names stay unread. */
final class TusMetadata {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private TusMetadata() {}

    /** The file's key; one of its own for a client that has none, which cannot be recognised again. */
    static String key(String header) {
        return find(header).orElseGet(() -> {
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            return HexFormat.of().formatHex(key);
        });
    }

    private static Optional<String> find(String header) {
        return Arrays.stream(header.split(","))
                .map(pair -> pair.strip().split(" ", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals("key"))
                .map(pair -> decoded(pair[1]))
                .findFirst();
    }

    private static String decoded(String base64) {
        try {
            return PlainText.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new BadUpload("Upload-Metadata");
        }
    }
}
