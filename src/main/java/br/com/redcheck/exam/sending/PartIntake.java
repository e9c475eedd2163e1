package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes a file's bytes as they come: nothing of them ever lies on the disk unsealed, and no more than a buffer in memory. */
@Service
class PartIntake {
    private final Vault vault;
    private final SentFiles files;
    private final SendingSettings settings;

    PartIntake(Vault vault, SentFiles files, SendingSettings settings) {
        this.vault = vault;
        this.files = files;
        this.settings = settings;
    }

    /**
     * Appends bytes to a file until they end, the file is complete, or the connection breaks. What has come until then is kept.
     *
     * @return the file as it is then
     * @throws OffsetConflict if another request has brought bytes meanwhile
     * @throws IOException if the vault cannot be written
     */
    SentFile append(OwnerId owner, SentFile file, InputStream bytes) throws IOException {
        PushbackInputStream rest = new PushbackInputStream(new Unbroken(bytes));
        SentFile now = file;
        while (!now.complete() && hasMore(rest)) {
            Piece piece = new Piece(rest, Math.min(settings.chunk().toBytes(), now.length() - now.received()));
            BlobRef blob = vault.seal(owner, piece);
            now = keep(owner, now, piece.taken(), blob);
        }
        return now;
    }

    private SentFile keep(OwnerId owner, SentFile file, long length, BlobRef blob) throws IOException {
        Optional<SentFile> after = files.append(owner, file, length, blob);
        if (after.isEmpty()) {
            vault.delete(owner, blob);
        }
        return after.orElseThrow(OffsetConflict::new);
    }

    private static boolean hasMore(PushbackInputStream in) throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next >= 0;
    }

    /** A stream that ends where the connection breaks. */
    private static final class Unbroken extends InputStream {
        private final InputStream in;

        Unbroken(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException broken) {
                return -1;
            }
        }
    }

    /** At most so many bytes of a stream, counted. */
    private static final class Piece extends InputStream {
        private final InputStream in;
        private final long most;
        private long taken;

        Piece(InputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        long taken() {
            return taken;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (taken == most && length > 0) {
                return -1;
            }
            int read = in.read(buffer, offset, (int) Math.min(length, most - taken));
            taken += Math.max(read, 0);
            return read;
        }
    }
}
