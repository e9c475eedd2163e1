package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.sending.SentFiles.Part;
import br.com.redcheck.platform.DiskFull;
import br.com.redcheck.platform.NoRoom;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes a file's bytes as they come: nothing of them ever lies on the disk unsealed, and no more than a buffer in memory. */
@Service
class PartIntake {
    /** A part that is smaller is sealed once more with what follows it, so that however slowly a file comes it is not in crumbs. */
    private static final long SMALL = 256 << 10;

    private final Vault vault;
    private final SentFiles files;
    private final SendingLimits limits;
    private final SendingSettings settings;

    PartIntake(Vault vault, SentFiles files, SendingLimits limits, SendingSettings settings) {
        this.vault = vault;
        this.files = files;
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Appends bytes to a file until they end, the file is complete, or the connection breaks. What has come until then is kept.
     *
     * @return the file as it is then
     * @throws OffsetConflict if another request has brought bytes meanwhile
     * @throws NoRoom if the disk has none left
     * @throws IOException if the vault cannot be written
     */
    SentFile append(OwnerId owner, SentFile file, InputStream bytes) throws IOException {
        PushbackInputStream rest = new PushbackInputStream(new Unbroken(bytes));
        SentFile now = file;
        while (!now.complete() && hasMore(rest)) {
            Optional<Part> crumb = files.lastPart(owner, now).filter(last -> last.length() < small());
            long most = settings.chunk().toBytes() - crumb.map(Part::length).orElse(0L);
            Piece piece = new Piece(rest, Math.min(most, now.length() - now.received()));
            limits.requireRoom(0);
            BlobRef blob = seal(owner, crumb, piece);
            now = keep(owner, now, piece.taken(), blob, crumb);
        }
        return now;
    }

    private long small() {
        return Math.min(SMALL, settings.chunk().toBytes());
    }

    private BlobRef seal(OwnerId owner, Optional<Part> crumb, Piece piece) throws IOException {
        try {
            if (crumb.isEmpty()) {
                return vault.seal(owner, piece);
            }
            try (InputStream before = vault.open(owner, crumb.get().blob())) {
                return vault.seal(owner, new SequenceInputStream(before, piece));
            }
        } catch (DiskFull full) {
            throw new NoRoom();
        }
    }

    private SentFile keep(OwnerId owner, SentFile file, long length, BlobRef blob, Optional<Part> crumb)
            throws IOException {
        Optional<SentFile> after = files.append(owner, file, length, blob, crumb);
        if (after.isEmpty()) {
            vault.delete(owner, blob);
        } else if (crumb.isPresent()) {
            vault.delete(owner, crumb.get().blob());
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
