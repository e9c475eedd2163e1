package br.com.redcheck.account;

import java.util.UUID;

/** Whose shelf, key and rows: every question about an exam names one. */
public record OwnerId(UUID value) {
    public static OwnerId random() {
        return new OwnerId(UUID.randomUUID());
    }
}
