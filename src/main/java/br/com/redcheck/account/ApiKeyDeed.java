package br.com.redcheck.account;

import java.util.UUID;

/** An API key was made, or revoked. It is published within the transaction that did it. */
public record ApiKeyDeed(OwnerId owner, UUID key, Kind kind) {
    /** What was done. */
    public enum Kind {
        MADE,
        REVOKED
    }
}
