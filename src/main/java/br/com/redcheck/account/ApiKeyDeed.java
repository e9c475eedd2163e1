package br.com.redcheck.account;

import java.util.UUID;

/** An API key was made, or taken out of use. It is published within the transaction that did it. */
public record ApiKeyDeed(OwnerId owner, UUID key, Kind kind) {
    /** What was done. */
    public enum Kind {
        MADE,
        REVOKED,
        /** It was revoked with all others of its owner. */
        ENDED;

        /** As the audit names it. */
        public String action() {
            return this == MADE ? "api-key.made" : "api-key.revoked";
        }
    }
}
