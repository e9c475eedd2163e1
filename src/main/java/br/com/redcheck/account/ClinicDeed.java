package br.com.redcheck.account;

import java.util.UUID;

/**
 * Who belongs to a clinic, or answers for it, has changed. It is published within the transaction that did it: a listener that
 * throws prevents it.
 *
 * @param account the doctor who came, left, or answers for the clinic from now on
 */
public record ClinicDeed(OwnerId clinic, UUID account, Kind kind) {
    /** What has changed. */
    public enum Kind {
        JOINED,
        LEFT,
        HANDED_OVER
    }
}
