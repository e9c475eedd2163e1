package br.com.redcheck.exam;

import br.com.redcheck.platform.overload.MemoryBudget;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is kept in memory: before bytes are read, room is taken for them, a piece at a time. */
final class BudgetedStream extends FilterInputStream {
    private static final int PIECE = 64 << 10;

    /** How often it lies in memory at the same time: while an element is read it grows into its place, and masks make a copy. */
    private static final int COPIES = 2;

    private final MemoryBudget.Share share;
    private long room;

    BudgetedStream(InputStream in, MemoryBudget.Share share) {
        super(in);
        this.share = share;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int wanted = Math.min(length, PIECE);
        if (room < wanted) {
            share.grow((long) PIECE * COPIES);
            room += PIECE;
        }
        int read = super.read(buffer, offset, wanted);
        room -= Math.max(read, 0);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
