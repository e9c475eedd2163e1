package br.com.redcheck.exam;

import br.com.redcheck.vault.BlobRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One de-identified DICOM object in the vault. */
@Entity
class Instance {
    @Id
    private UUID id;

    private UUID seriesId;
    private UUID owner;
    private String sopUid;
    private @Nullable Integer instanceNumber;
    private int frames;
    private UUID blob;
    private long bytes;
    private String sha256;
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Instance() {}

    BlobRef blob() {
        return new BlobRef(blob);
    }

    UUID seriesId() {
        return seriesId;
    }

    ExamImage image() {
        return new ExamImage(id, frames, sha256);
    }
}
