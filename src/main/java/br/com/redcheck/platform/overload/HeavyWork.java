package br.com.redcheck.platform.overload;

/**
 * Work that keeps a core, much memory or a slow line busy for longer than a page may take. Each kind has {@link Places} of its own,
 * so that a rush for one leaves the others and all ordinary pages alone. {@code src/docs/overload.md} explains the figures.
 */
public enum HeavyWork {
    /** Taking in a scan: up to ten megabytes each, as fast as the other side sends them. */
    SCAN(8, 2),

    /** Painting the pages of a stranger's file in a child process: a core and half a gigabyte each. */
    PAINTING(2, 1),

    /** Decoding an image for a page: some hundred megabytes and a database connection each. */
    PICTURE(between(4, 6), 3),

    /** Setting a PDF or painting its pages: a core and some ten megabytes each. */
    DOCUMENT(between(2, 6), 1),

    /** Writing out what may be gigabytes, as fast as the other side takes them. */
    DOWNLOAD(16, 3),

    /** Reading all of the audit log: a database connection each. */
    SURVEY(2, 1),

    /** Hashing a password: 19 MiB each. */
    PASSWORD(between(4, 16), 2);

    private final int places;
    private final int share;

    HeavyWork(int places, int share) {
        this.places = places;
        this.share = share;
    }

    /** How many are at it at once. */
    int places() {
        return places;
    }

    /** How many of these places one account may have. */
    int share() {
        return share;
    }

    /** As many as there are cores, within bounds. */
    private static int between(int least, int most) {
        return Math.min(most, Math.max(least, Runtime.getRuntime().availableProcessors()));
    }
}
