package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Puts a chunked data set together: each chunk inflated, unshuffled and laid in its place.
 *
 * <p>Done here and not by jhdf because its inflater stops only at the end of the stream, however long that is; this one stops
 * at a chunk's length.
 */
final class Chunks {
    /** HDF5's numbers of the filters that Keras writes. */
    private static final int DEFLATE = 1;

    private static final int SHUFFLE = 2;

    private final String layer;
    private final ChunkedDataset dataSet;
    private final int[] sizes;
    private final int[] chunk;
    private final int elementBytes;
    private final int chunkBytes;

    Chunks(String layer, ChunkedDataset dataSet) {
        this.layer = layer;
        this.dataSet = dataSet;
        this.sizes = dataSet.getDimensions();
        this.chunk = dataSet.getChunkDimensions();
        this.elementBytes = dataSet.getDataType().getSize();
        this.chunkBytes = chunkBytes();
    }

    /** A chunk may be longer than the data set along an axis, but no honest one is longer than twice the whole. */
    private int chunkBytes() {
        long chunkValues = 1;
        long values = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            chunkValues = Math.multiplyExact(chunkValues, (long) chunk[axis]);
            values = Math.multiplyExact(values, (long) sizes[axis]);
        }
        if (chunk.length != sizes.length || chunkValues < 1 || chunkValues > 2 * values + 1024) {
            throw new RefusedModel(Reason.UNSUPPORTED_STORAGE, layer);
        }
        return Math.toIntExact(Math.multiplyExact(chunkValues, (long) elementBytes));
    }

    /** All of it, the last axis fastest, as {@code length} bytes. */
    byte[] read(int length) {
        byte[] whole = new byte[length];
        int[] offset = new int[sizes.length];
        do {
            lay(unpacked(dataSet.getRawChunkBuffer(offset)), offset, whole);
        } while (advance(offset));
        return whole;
    }

    private boolean advance(int[] offset) {
        for (int axis = offset.length - 1; axis >= 0; axis--) {
            offset[axis] += chunk[axis];
            if (offset[axis] < sizes[axis]) {
                return true;
            }
            offset[axis] = 0;
        }
        return false;
    }

    private byte[] unpacked(ByteBuffer stored) {
        byte[] bytes = new byte[stored.remaining()];
        stored.get(bytes);
        List<PipelineFilterWithData> filters = dataSet.getFilters();
        for (int i = filters.size() - 1; i >= 0; i--) {
            bytes = switch (filters.get(i).getId()) {
                case DEFLATE -> inflate(bytes);
                case SHUFFLE -> unshuffle(bytes);
                default -> throw new RefusedModel(Reason.UNSUPPORTED_STORAGE, layer);
            };
        }
        if (bytes.length != chunkBytes) {
            throw new RefusedModel(Reason.DAMAGED);
        }
        return bytes;
    }

    private byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[chunkBytes];
            int length = 0;
            while (length < chunkBytes && !inflater.finished()) {
                int more = inflater.inflate(bytes, length, chunkBytes - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new RefusedModel(Reason.DAMAGED);
                }
                length += more;
            }
            if (length != chunkBytes) {
                throw new RefusedModel(Reason.DAMAGED);
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new RefusedModel(Reason.DAMAGED, e);
        } finally {
            inflater.end();
        }
    }

    /** The shuffle filter keeps all first bytes of the values together, then all second bytes, … */
    private byte[] unshuffle(byte[] shuffled) {
        int values = shuffled.length / elementBytes;
        byte[] bytes = new byte[shuffled.length];
        for (int b = 0; b < elementBytes; b++) {
            for (int i = 0; i < values; i++) {
                bytes[i * elementBytes + b] = shuffled[b * values + i];
            }
        }
        return bytes;
    }

    /** Copies a chunk's rows along the last axis, leaving out what sticks out over the data set's edges. */
    private void lay(byte[] bytes, int[] offset, byte[] whole) {
        int last = sizes.length - 1;
        int run = Math.min(chunk[last], sizes[last] - offset[last]) * elementBytes;
        int[] within = new int[sizes.length];
        do {
            long from = 0;
            long to = 0;
            boolean inside = true;
            for (int axis = 0; axis <= last; axis++) {
                from = from * chunk[axis] + within[axis];
                to = to * sizes[axis] + offset[axis] + within[axis];
                inside &= offset[axis] + within[axis] < sizes[axis];
            }
            if (inside) {
                System.arraycopy(bytes, (int) from * elementBytes, whole, (int) to * elementBytes, run);
            }
        } while (nextRow(within));
    }

    private boolean nextRow(int[] within) {
        for (int axis = within.length - 2; axis >= 0; axis--) {
            if (++within[axis] < chunk[axis]) {
                return true;
            }
            within[axis] = 0;
        }
        return false;
    }
}
