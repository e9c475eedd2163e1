package br.com.redcheck.exam.sending;

/** Where a file is on its way from its sender to the shelf. */
enum FileState {
    /** Announced; nothing of it is here. */
    WAITING,
    /** Some of its bytes are here. */
    RECEIVING,
    /** All of it is here, sealed: from now on its sender need do nothing. */
    SENT,
    /** Identity is being taken out of it. */
    CLEANING,
    /** Cleaned, checked, sealed and on the shelf; of an archive, at least one image. */
    SEALED,
    /** The owner had all of it already. */
    DUPLICATE,
    /** Nothing of it was kept, for a reason that is told. */
    REFUSED,
    /** It holds no image, and nobody expected one. */
    ASIDE,
    /** Something broke on our side, again and again. */
    FAILED,
    /** Its sender took it back, or never sent the rest. */
    WITHDRAWN;

    /** Whether bytes are still to come from the sender. */
    boolean open() {
        return this == WAITING || this == RECEIVING;
    }
}
