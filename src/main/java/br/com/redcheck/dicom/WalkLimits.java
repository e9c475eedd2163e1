package br.com.redcheck.dicom;

/**
 * How much one walk through files and archives may bring to light.
 *
 * @param files files in all, those within archives included
 * @param totalBytes bytes in all, uncompressed
 * @param fileBytes bytes of one file, uncompressed
 * @param compressionRatio how many times larger than its compressed form a file within an archive may be, once it is over 8 MiB
 * @param nesting archives within archives: 0 refuses them all
 */
public record WalkLimits(int files, long totalBytes, long fileBytes, int compressionRatio, int nesting) {
    /** Enough for a whole CD of large studies: 20,000 files, 16 GiB, 512 MiB each, 200 : 1, one archive in another. */
    public static WalkLimits defaults() {
        return new WalkLimits(20_000, 16L << 30, 512L << 20, 200, 1);
    }
}
