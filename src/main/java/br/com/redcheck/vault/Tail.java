package br.com.redcheck.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** What lies behind a place of a channel, as a channel to read from; closing it closes the whole. */
final class Tail implements SeekableByteChannel {
    private final SeekableByteChannel whole;
    private final long start;

    /** Begins where the channel stands. */
    Tail(SeekableByteChannel whole) throws IOException {
        this.whole = whole;
        this.start = whole.position();
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return whole.read(bytes);
    }

    @Override
    public long position() throws IOException {
        return whole.position() - start;
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        whole.position(start + position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return whole.size() - start;
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
