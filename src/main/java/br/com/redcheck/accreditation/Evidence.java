package br.com.redcheck.accreditation;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.EvidenceRegister.Paper;
import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes the papers of applicants, keeps them sealed under the key of their case, and shows them as pictures. */
@Service
class Evidence {
    private static final int MOST_MEGABYTES = 10;
    private static final int MOST_BYTES = MOST_MEGABYTES << 20;

    private final Vault vault;
    private final EvidenceRegister register;
    private final EvidencePages pages;
    private final Clock clock;

    Evidence(Vault vault, EvidenceRegister register, EvidencePages pages, Clock clock) {
        this.vault = vault;
        this.register = register;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Takes one file.
     *
     * @throws UnreadableEvidence if it is too large, of another kind, or cannot be painted
     * @throws TooMuchEvidence if there are enough already
     */
    void receive(OwnerId owner, InputStream file) throws IOException {
        OwnerId key = register.roomIn(owner).id().key();
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw UnreadableEvidence.tooLarge(MOST_MEGABYTES);
        }
        PaperKind kind = PaperKind.of(bytes).orElseThrow(UnreadableEvidence::ofAnotherKind);
        List<byte[]> pictures = pages.of(kind, bytes);
        // Blobs before the row: a crash between them leaves stray blobs, never a row without its paper.
        BlobRef blob = seal(key, bytes);
        List<BlobRef> painted = new ArrayList<>();
        for (byte[] picture : pictures) {
            painted.add(seal(key, picture));
        }
        register.add(owner, new EvidenceFile(UUID.randomUUID(), kind, blob, bytes.length, painted, clock.instant()));
    }

    /** Takes a paper back for good. */
    void remove(OwnerId owner, UUID id) throws IOException {
        Paper removed = register.remove(owner, id);
        vault.delete(removed.of().key(), removed.file().blob());
        for (BlobRef page : removed.file().pages()) {
            vault.delete(removed.of().key(), page);
        }
    }

    /** A page of one's own paper as a picture, counted from 1. */
    byte[] page(OwnerId owner, UUID id, int number) {
        Paper paper = register.shown(owner, id);
        return open(paper, paper.file().page(number));
    }

    /** A page of somebody's paper as a picture, counted from 1. */
    byte[] page(Administrator by, CaseId of, UUID id, int number) {
        Paper paper = register.lookedAt(by, of, id, number == 1);
        return open(paper, paper.file().page(number));
    }

    /** The paper as it came. */
    Original original(Administrator by, CaseId of, UUID id) {
        Paper paper = register.lookedAt(by, of, id, true);
        return new Original(paper.file().kind(), open(paper, paper.file().blob()));
    }

    private BlobRef seal(OwnerId key, byte[] bytes) throws IOException {
        return vault.seal(key, new ByteArrayInputStream(bytes));
    }

    private byte[] open(Paper paper, BlobRef blob) {
        try (InputStream bytes = vault.open(paper.of().key(), blob)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as it came: to be handed on, never to be opened here. */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    record Original(PaperKind kind, byte[] bytes) {}
}
