package br.com.redcheck.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A doctor who is signed in, before a shelf: their own or that of a clinic they belong to. */
public final class Doctor extends SignedIn {
    private static final long serialVersionUID = 1L;

    private final UUID owner;

    Doctor(UUID account, OwnerId owner, String name, String email, @Nullable String passwordHash) {
        super(account, name, email, passwordHash, "DOCTOR");
        this.owner = owner.value();
    }

    /** The owner of what this doctor sends and sees now. */
    public OwnerId owner() {
        return new OwnerId(owner);
    }

    @Override
    public String mark() {
        return markOf(account(), owner);
    }

    @Override
    String home() {
        return "/exams";
    }

    /** The same doctor before another shelf, which must be one of theirs. */
    Doctor before(OwnerId shelf) {
        return new Doctor(account(), shelf, name(), getUsername(), getPassword());
    }

    boolean beforeOwnShelf() {
        return owner.equals(account());
    }
}
