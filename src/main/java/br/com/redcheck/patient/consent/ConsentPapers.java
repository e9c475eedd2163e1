package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes scans of signed papers and keeps them sealed. They are handed back as files, and never opened here. */
@Service
class ConsentPapers {
    private static final int MOST_MEGABYTES = 10;
    private static final int MOST_BYTES = MOST_MEGABYTES << 20;

    private final Vault vault;
    private final PaperRegister register;
    private final Clock clock;

    ConsentPapers(Vault vault, PaperRegister register, Clock clock) {
        this.vault = vault;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Takes one scan.
     *
     * @return the paper's id
     * @throws br.com.redcheck.patient.NoSuchPatient if the owner has none of this id
     * @throws UnreadablePaper if it is too large, of another kind, or one too many
     */
    UUID receive(OwnerId owner, PatientId patient, InputStream file) throws IOException {
        register.requireRoom(owner, patient);
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw UnreadablePaper.tooLarge(MOST_MEGABYTES);
        }
        PaperKind kind = PaperKind.of(bytes).orElseThrow(UnreadablePaper::ofAnotherKind);
        // Blob before row: a crash between them leaves a stray blob, never a row without its paper.
        BlobRef blob = vault.seal(owner, new ByteArrayInputStream(bytes));
        ConsentPaper paper = new ConsentPaper(UUID.randomUUID(), kind, blob, bytes.length, clock.instant());
        register.add(owner, patient, paper);
        return paper.id();
    }

    /** A scan as it came. */
    Scan open(OwnerId owner, PatientId patient, UUID id) throws IOException {
        ConsentPaper paper = register.lookedAt(owner, patient, id);
        return new Scan(paper.kind(), paper.bytes(), vault.open(owner, paper.blob()));
    }

    /** A file to be handed on, never to be opened here. */
    record Scan(PaperKind kind, long length, InputStream bytes) {}
}
