package br.com.redcheck.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/**
 * A sealed blob as it lies in the store: a byte for the form, four for the generation of the key, and what the cipher made of
 * the content with the blob's name as associated data, in segments of 16 KiB. Older blobs have segments of 1 MiB, and the oldest of
 * them the cipher's bytes alone.
 */
final class SealedBlob implements AutoCloseable {
    private static final byte FORM = 2;
    private static final byte OLDER_FORM = 1;
    private static final int HEADER = 1 + Integer.BYTES;

    /** With this the cipher's own bytes begin: the length of its header. */
    private static final byte CIPHERS_FIRST = 40;

    /** A picture of a few hundred kilobytes has some, so that neither large buffers nor the bytes before a range are paid for. */
    private static final int SEGMENT = 1 << 14;

    private static final int OLDER_SEGMENT = 1 << 20;

    private final SeekableByteChannel bytes;
    private final int generation;
    private final int segment;

    private SealedBlob(SeekableByteChannel bytes, int generation, int segment) {
        this.bytes = bytes;
        this.generation = generation;
        this.segment = segment;
    }

    /** Writes what is written to the answer sealed to {@code out}, until it is closed. */
    static OutputStream sealing(OutputStream out, BlobKey key, BlobRef blob) throws IOException {
        out.write(ByteBuffer.allocate(HEADER).put(FORM).putInt(key.generation()).array());
        try {
            return key.key().blobCipher(SEGMENT).newEncryptingStream(out, Names.bytes(blob.id()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /**
     * Reads which key it needs, and leaves the rest to {@link #open}.
     *
     * @param bytes closed with this object, or if there is no such form
     * @throws SealBroken if it is in no form that we know
     */
    static SealedBlob of(BlobRef blob, SeekableByteChannel bytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (header.hasRemaining() && bytes.read(header) >= 0) {}
        byte form = header.flip().hasRemaining() ? header.get() : 0;
        if (form == CIPHERS_FIRST) {
            bytes.position(0);
            return new SealedBlob(bytes, KeyRow.FIRST, OLDER_SEGMENT);
        }
        if ((form != FORM && form != OLDER_FORM) || header.remaining() < Integer.BYTES) {
            bytes.close();
            throw new SealBroken(blob, null);
        }
        return new SealedBlob(bytes, header.getInt(), form == FORM ? SEGMENT : OLDER_SEGMENT);
    }

    /** Which of the owner's keys opens it. */
    int generation() {
        return generation;
    }

    /** The content, its first segment checked; closing it closes the blob. Each byte is checked before it is handed out. */
    InputStream open(OwnerKey key, BlobRef blob) throws IOException {
        AesGcmHkdfStreaming cipher = key.blobCipher(segment);
        if (bytes.size() - bytes.position() < cipher.expectedCiphertextSize(0)) {
            bytes.close();
            throw new SealBroken(blob, null);
        }
        try {
            UnsealedStream content = new UnsealedStream(
                    blob, cipher.newSeekableDecryptingChannel(new Tail(bytes), Names.bytes(blob.id())));
            content.checkBeginning();
            return content;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
