package br.com.redcheck.account;

import java.io.Serializable;
import java.util.UUID;

/** Whose shelf, key and rows: every question about an exam names one. */
public record OwnerId(UUID value) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static OwnerId random() {
        return new OwnerId(UUID.randomUUID());
    }
}
