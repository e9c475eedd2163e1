package br.com.redcheck.exam.gallery;

import br.com.redcheck.account.OwnerId;
import java.util.UUID;

/** Names a publication by chance, and the key that seals its copies; it has nothing to do with the exam's own id. */
public record PublicationId(UUID value) {
    static PublicationId random() {
        return new PublicationId(UUID.randomUUID());
    }

    /** Reads an id as it stands in an address. */
    static PublicationId parse(String text) {
        try {
            return new PublicationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotInGallery();
        }
    }

    /** In whose name the vault keeps the copies. */
    OwnerId key() {
        return new OwnerId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
