package br.com.redcheck.exam;

import br.com.redcheck.dicom.DeidentificationAction;
import br.com.redcheck.dicom.Leak;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How identity was taken out of one image. */
@Entity
class Cleaning {
    @Id
    private UUID instanceId;

    private UUID owner;
    private Instant cleanedAt;
    private String software;
    private String options;
    private String originalSha256;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<DeidentificationAction, Integer> actions;

    @Enumerated(EnumType.STRING)
    private Leak.@Nullable Kind leakKind;

    private @Nullable String leakPlace;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Cleaning() {}

    Cleaning(UUID instanceId, UUID owner, CleanedImage image, Instant cleanedAt) {
        this.instanceId = instanceId;
        this.owner = owner;
        this.cleanedAt = cleanedAt;
        this.software = image.software();
        this.options = image.options();
        this.originalSha256 = image.originalSha256();
        this.actions = image.actions();
        Optional<Leak> leak = image.leaks().stream().findFirst();
        this.leakKind = leak.map(Leak::kind).orElse(null);
        this.leakPlace = leak.map(Leak::place).orElse(null);
    }

    UUID instanceId() {
        return instanceId;
    }

    Map<DeidentificationAction, Integer> actions() {
        return actions;
    }

    String originalSha256() {
        return originalSha256;
    }

    Instant cleanedAt() {
        return cleanedAt;
    }

    /** Name and version of what did it. */
    String software() {
        return software;
    }

    /** The codes of the profile and its options (CID 7050), divided by blanks. */
    String options() {
        return options;
    }

    /** What the check found although the image had been cleaned; such an image is never used. */
    Optional<Leak> leak() {
        return leakKind == null || leakPlace == null ? Optional.empty() : Optional.of(new Leak(leakPlace, leakKind));
    }

    /** What was told of the patient was searched for anew; whatever else was found stays. */
    void searched(Optional<Leak> leak) {
        if (leakKind == null || leakKind == Leak.Kind.TYPED) {
            leakKind = leak.map(Leak::kind).orElse(null);
            leakPlace = leak.map(Leak::place).orElse(null);
        }
    }

    /** The doctor has looked at the pixels: text in them that the machine still sees is nobody's name. */
    void pixelsAreSeen() {
        if (leakKind == Leak.Kind.TEXT_IN_PIXELS) {
            leakKind = null;
            leakPlace = null;
        }
    }
}
