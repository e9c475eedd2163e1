package br.com.redcheck.vault;

import java.util.UUID;

/** A sealed blob's name. It is random, says nothing about what it names, and opens nothing without the owner's key. */
public record BlobRef(UUID id) {
    static BlobRef random() {
        return new BlobRef(UUID.randomUUID());
    }
}
