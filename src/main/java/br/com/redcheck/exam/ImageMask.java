package br.com.redcheck.exam;

import br.com.redcheck.dicom.Mask;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mask over one frame of an image; one that was taken away stays on record. */
@Entity
@Table(name = "mask")
class ImageMask {
    enum Origin {
        /** The platform saw text there. */
        FOUND,
        /** The doctor drew it. */
        DRAWN
    }

    @Id
    private UUID id;

    private UUID instanceId;
    private UUID owner;
    private int frame;
    private int x;
    private int y;
    private int width;
    private int height;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private Instant madeAt;
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ImageMask() {}

    ImageMask(UUID instanceId, UUID owner, Mask mask, Origin origin, Instant madeAt) {
        this.id = UUID.randomUUID();
        this.instanceId = instanceId;
        this.owner = owner;
        this.frame = mask.frame();
        this.x = mask.x();
        this.y = mask.y();
        this.width = mask.width();
        this.height = mask.height();
        this.origin = origin;
        this.madeAt = madeAt;
    }

    UUID id() {
        return id;
    }

    UUID instanceId() {
        return instanceId;
    }

    Origin origin() {
        return origin;
    }

    Mask mask() {
        return new Mask(frame, x, y, width, height);
    }

    boolean stands() {
        return removedAt == null;
    }

    void remove(Instant now) {
        removedAt = now;
    }
}
