package br.com.redcheck.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Someone who may sign in. */
@Entity
class Account {
    @Id
    private UUID id;

    private String email;
    private String name;
    private String passwordHash;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Account() {}

    Account(UUID id, String email, String name, String passwordHash, Instant createdAt) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    Doctor signedIn() {
        return new Doctor(id, new OwnerId(id), name, email, passwordHash);
    }
}
