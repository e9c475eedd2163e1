package br.com.redcheck.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Turns names into the associated data of a cipher. */
final class Names {
    private Names() {}

    static byte[] bytes(UUID name) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(name.getMostSignificantBits())
                .putLong(name.getLeastSignificantBits())
                .array();
    }
}
