package br.com.redcheck.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Searches what is written to it, and passes it on. */
final class SearchedStream extends OutputStream {
    /** Takes what was found. */
    interface Found {
        void at(int pattern, long offset);
    }

    private final ByteSearch search;
    private final Found found;
    private final OutputStream next;
    private final int overlap;
    private byte[] tail = {};
    private long written;

    SearchedStream(ByteSearch search, Found found, OutputStream next) {
        this.search = search;
        this.found = found;
        this.next = next;
        this.overlap = search.longest() - 1;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        across(bytes, from, length);
        search.search(bytes, from, from + length, (pattern, start, end) -> found.at(pattern, written + start - from));
        remember(bytes, from, length);
        written += length;
        next.write(bytes, from, length);
    }

    /** What begins in the bytes before and ends in these. */
    private void across(byte[] bytes, int from, int length) {
        int head = Math.min(overlap, length);
        byte[] seam = Arrays.copyOf(tail, tail.length + head);
        System.arraycopy(bytes, from, seam, tail.length, head);
        search.search(seam, 0, seam.length, (pattern, start, end) -> {
            if (start < tail.length && end > tail.length) {
                found.at(pattern, written - tail.length + start);
            }
        });
    }

    private void remember(byte[] bytes, int from, int length) {
        if (length >= overlap) {
            tail = Arrays.copyOfRange(bytes, from + length - overlap, from + length);
            return;
        }
        byte[] longer = Arrays.copyOf(tail, tail.length + length);
        System.arraycopy(bytes, from, longer, tail.length, length);
        tail = longer.length <= overlap ? longer : Arrays.copyOfRange(longer, longer.length - overlap, longer.length);
    }
}
