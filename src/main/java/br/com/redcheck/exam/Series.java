package br.com.redcheck.exam;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** Images of one exam that were taken together. */
@Entity
class Series {
    @Id
    private UUID id;

    private UUID examId;
    private UUID owner;
    private String seriesUid;
    private String modality;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Series() {}

    UUID id() {
        return id;
    }

    String modality() {
        return modality;
    }
}
