package br.com.redcheck.vault;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;

/**
 * A store as long as it is the one of this database. While it is not, nothing is written or removed, and nothing that is not found is
 * taken for gone: that ends with {@link StoreAway}.
 */
final class OwnBlobStore implements BlobStore {
    private final BlobStore store;
    private final StoreMark mark;

    OwnBlobStore(BlobStore store, StoreMark mark) {
        this.store = store;
        this.mark = mark;
    }

    @Override
    public Draft draft(BlobRef blob) throws IOException {
        mark.require();
        return store.draft(blob);
    }

    @Override
    public Optional<SeekableByteChannel> read(BlobRef blob) throws IOException {
        Optional<SeekableByteChannel> found = store.read(blob);
        if (found.isEmpty()) {
            mark.require();
        }
        return found;
    }

    @Override
    public void delete(BlobRef blob) throws IOException {
        mark.require();
        store.delete(blob);
    }

    @Override
    public Optional<UUID> mark() throws IOException {
        return store.mark();
    }

    @Override
    public void mark(UUID id) throws IOException {
        store.mark(id);
    }
}
