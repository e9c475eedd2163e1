package br.com.redcheck.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;

/** Where sealed bytes lie. It sees neither keys nor plain bytes. */
interface BlobStore {
    /**
     * Begins a blob, which is there for readers only once it is {@linkplain Draft#keep kept}.
     *
     * @throws br.com.redcheck.platform.DiskFull if there is no room, here or while it is written
     */
    Draft draft(BlobRef blob) throws IOException;

    Optional<SeekableByteChannel> read(BlobRef blob) throws IOException;

    /** Removes a blob; one that is not there is removed already. */
    void delete(BlobRef blob) throws IOException;

    /** The number by which this store is known again, if it was given one. */
    Optional<UUID> mark() throws IOException;

    /** Gives this store a number that survives a power cut. */
    void mark(UUID id) throws IOException;

    /** A blob being written. Closing it without having kept it throws it away. */
    interface Draft extends Closeable {
        OutputStream out();

        /** Publishes what was written, in one step in place of what was there. When this returns, it survives a power cut. */
        void keep() throws IOException;
    }
}
