package br.com.redcheck.exam;

import br.com.redcheck.vault.BlobRef;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
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
    private @Nullable Double slicePosition;
    private int frames;
    private boolean viewable;
    private UUID blob;
    private @Nullable UUID uncovered;
    private long bytes;
    private String sha256;
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Instance() {}

    BlobRef blob() {
        return new BlobRef(blob);
    }

    UUID id() {
        return id;
    }

    int frames() {
        return frames;
    }

    /** Whether the viewer shows it as it lies in the vault. */
    boolean viewable() {
        return viewable;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    @Nullable
    Integer instanceNumber() {
        return instanceNumber;
    }

    /** The pixels without masks, while the doctor has not judged these. */
    Optional<BlobRef> uncovered() {
        return Optional.ofNullable(uncovered).map(BlobRef::new);
    }

    /** What a doctor sees who judges the masks. */
    BlobRef mostOpen() {
        return uncovered().orElse(blob());
    }

    /** Other pixels take the place of those before. */
    void recovered(SealedImage sealed) {
        blob = sealed.blob().id();
        viewable = sealed.viewable();
        bytes = sealed.bytes();
        sha256 = sealed.sha256();
    }

    /** The masks are judged: nobody will need to look beneath them again. */
    void judged() {
        uncovered = null;
    }

    UUID seriesId() {
        return seriesId;
    }

    ExamImage image() {
        return new ExamImage(id, frames, sha256);
    }
}
