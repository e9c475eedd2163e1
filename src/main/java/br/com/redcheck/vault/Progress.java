package br.com.redcheck.vault;

/** Hears how far a long work has come. */
@FunctionalInterface
interface Progress {
    /**
     * So much is done.
     *
     * @param all as counted at the beginning
     */
    void done(long done, long all);
}
