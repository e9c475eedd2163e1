package br.com.redcheck.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import br.com.redcheck.platform.DiskFull;
import br.com.redcheck.platform.PrivateFiles;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps blobs in files named for the blob alone, spread over 256 folders by the first two digits of the name. A blob is written
 * beside them in {@code drafts} and moved to its place when it is whole and on the disk. The file {@code store-id} holds the mark.
 */
final class FolderBlobStore implements BlobStore {
    /** A writer that has been silent for so long has died. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Path drafts;

    FolderBlobStore(Path folder) throws IOException {
        this.folder = folder;
        this.drafts = PrivateFiles.folder(folder.resolve("drafts"));
    }

    @Override
    public Draft draft(BlobRef blob) throws IOException {
        return new FileDraft(drafts.resolve(UUID.randomUUID().toString()), placeOf(blob));
    }

    @Override
    public Optional<SeekableByteChannel> read(BlobRef blob) throws IOException {
        try {
            return Optional.of(FileChannel.open(placeOf(blob)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(BlobRef blob) throws IOException {
        Files.deleteIfExists(placeOf(blob));
    }

    @Override
    public Optional<UUID> mark() throws IOException {
        try {
            return Optional.of(
                    UUID.fromString(Files.readString(markFile(), ISO_8859_1).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("No mark of a store", e);
        }
    }

    @Override
    public void mark(UUID id) throws IOException {
        PrivateFiles.write(markFile(), id.toString().getBytes(ISO_8859_1));
    }

    private Path markFile() {
        return folder.resolve("store-id");
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** Removes drafts whose writers died. Others may share the folder, so a draft that still grows is left alone. */
    void sweep(Instant now) throws IOException {
        try (Stream<Path> found = Files.list(drafts)) {
            for (Path draft : found.toList()) {
                if (untouchedSince(now.minus(ABANDONED), draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private static boolean untouchedSince(Instant then, Path draft) throws IOException {
        try {
            return Files.getLastModifiedTime(draft).toInstant().isBefore(then);
        } catch (NoSuchFileException e) {
            return false; // finished this moment
        }
    }

    private Path placeOf(BlobRef blob) {
        String name = blob.id().toString();
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private static final class FileDraft implements Draft {
        private final Path draft;
        private final Path place;
        private final FileChannel channel;

        FileDraft(Path draft, Path place) throws IOException {
            this.draft = draft;
            this.place = place;
            try {
                this.channel = PrivateFiles.create(draft);
            } catch (IOException e) {
                throw DiskFull.orOther(e, draft.resolveSibling("."));
            }
        }

        @Override
        public OutputStream out() {
            return new FilterOutputStream(Channels.newOutputStream(channel)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    try {
                        out.write(bytes, offset, length);
                    } catch (IOException e) {
                        throw DiskFull.orOther(e, draft);
                    }
                }

                @Override
                public void close() {
                    // The cipher closes what it writes to; the file must stay open to be forced onto the disk.
                }
            };
        }

        @Override
        public void keep() throws IOException {
            try {
                publish();
            } catch (IOException e) {
                throw DiskFull.orOther(e, draft);
            }
        }

        private void publish() throws IOException {
            channel.force(true);
            channel.close();
            Path parent = place.resolveSibling(".").normalize();
            if (!Files.isDirectory(parent)) {
                PrivateFiles.folder(parent);
                PrivateFiles.sync(parent.resolveSibling("."));
            }
            PrivateFiles.publish(draft, place);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(draft);
        }
    }
}
