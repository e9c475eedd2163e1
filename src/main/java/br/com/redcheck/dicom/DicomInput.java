package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadableDicom.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one object, counted. Memory grows with the bytes that arrive, never with those that a length field claims.
 */
final class DicomInput {
    private final InputStream in;
    private final long limit;

    /** What the bytes lie in, once they are in memory, … */
    private final byte @Nullable [] memory;

    /** … and where they begin there. */
    private final int start;

    private long position;

    /** @param limit how many bytes may be read before the object is refused as too large */
    DicomInput(InputStream in, long limit) {
        this.in = new BufferedInputStream(in);
        this.limit = limit;
        this.memory = null;
        this.start = 0;
    }

    private DicomInput(byte[] memory, int start, int length) {
        this.in = new ByteArrayInputStream(memory, start, length);
        this.limit = length;
        this.memory = memory;
        this.start = start;
    }

    /**
     * The next bytes as an input of their own, all of which are there.
     *
     * @throws UnreadableDicom as {@link #bytes} does
     */
    DicomInput part(long length) throws IOException {
        if (memory == null) {
            byte[] bytes = bytes(length);
            return new DicomInput(bytes, 0, bytes.length);
        }
        if (length > limit - position) {
            throw new UnreadableDicom(Reason.TRUNCATED);
        }
        DicomInput part = new DicomInput(memory, start + (int) position, (int) length);
        position += in.skip(length);
        return part;
    }

    /** All bytes of a part, wherever it has been read to. */
    byte[] all() {
        return Arrays.copyOfRange(Objects.requireNonNull(memory), start, start + (int) limit);
    }

    /** The rest of the bytes, inflated; they are counted anew. The inflater stays the caller's to end. */
    DicomInput inflated(Inflater inflater) {
        return new DicomInput(new InflaterInputStream(in, inflater), limit);
    }

    long position() {
        return position;
    }

    /** The next bytes without passing them; fewer than asked for only at the end. */
    byte[] peek(int count) throws IOException {
        in.mark(count);
        byte[] bytes = read(count);
        in.reset();
        return bytes;
    }

    /**
     * The next bytes.
     *
     * @throws UnreadableDicom if the stream ends first (TRUNCATED) or the object grows too large (TOO_LARGE)
     */
    byte[] bytes(long count) throws IOException {
        long allowed = Math.min(limit - position, Integer.MAX_VALUE - 8);
        byte[] bytes = read((int) Math.min(count, allowed));
        position += bytes.length;
        if (bytes.length == count) {
            return bytes;
        }
        throw new UnreadableDicom(bytes.length == allowed && peek(1).length == 1 ? Reason.TOO_LARGE : Reason.TRUNCATED);
    }

    /** An unsigned number of two or four bytes. */
    long number(int bytes, boolean bigEndian) throws IOException {
        return number(bytes(bytes), 0, bytes, bigEndian);
    }

    static long number(byte[] bytes, int from, int count, boolean bigEndian) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            int at = bigEndian ? from + i : from + count - 1 - i;
            number = (number << 8) | (bytes[at] & 0xFF);
        }
        return number;
    }

    private byte[] read(int count) throws IOException {
        try {
            return in.readNBytes(count);
        } catch (ZipException e) {
            throw refusal(Reason.MALFORMED, e);
        } catch (EOFException e) {
            throw refusal(Reason.TRUNCATED, e); // what an inflater says where the compressed bytes end too early
        }
    }

    private static UnreadableDicom refusal(Reason reason, IOException cause) {
        UnreadableDicom refusal = new UnreadableDicom(reason);
        refusal.initCause(cause);
        return refusal;
    }
}
