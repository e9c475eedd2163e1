package br.com.redcheck.vault;

/**
 * One of an owner's keys as it stands in the table {@code vault_key}.
 *
 * @param generation {@link #ROOT}, or the place among the keys that have sealed the owner's blobs, from {@link #FIRST} on
 */
record KeyRow(int generation, WrappedKey wrapped) {
    /** Secrets and sealed texts derive from this one; it is never replaced. */
    static final int ROOT = 0;

    static final int FIRST = 1;
}
