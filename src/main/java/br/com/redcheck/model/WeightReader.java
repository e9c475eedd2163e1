package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Reads a data set of floating point numbers whose shape is known beforehand, so that what is allocated follows from what the
 * network demands and never from what the file claims.
 */
final class WeightReader {
    private WeightReader() {}

    /**
     * Reads one set of weights; of a count, which nothing is computed with, no more than that it is there.
     *
     * @param layer the layer's name, for the refusal
     * @throws RefusedModel if it has another shape, is stored in a way that we do not read, or holds NaN or infinity
     */
    static Tensor read(String layer, Layer.Demand demand, Dataset dataSet) {
        long[] demanded =
                demand.shape().sizes().stream().mapToLong(Integer::longValue).toArray();
        long[] found = HdfContents.guarded(dataSet::getDimensionsAsLong);
        if (!Arrays.equals(demanded, found)) {
            throw new RefusedModel(
                    Reason.WRONG_SHAPE,
                    layer,
                    demand.role(),
                    demand.shape().toString(),
                    LongStream.of(found).mapToObj(Long::toString).collect(Collectors.joining(" x ")));
        }
        if (demand.shape().isCount()) {
            return new Tensor(demand.role(), demand.shape(), new float[1]);
        }
        float[] values = HdfContents.guarded(
                () -> values(layer, dataSet, (int) demand.shape().values()));
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new RefusedModel(Reason.NOT_FINITE, layer, demand.role());
            }
        }
        return new Tensor(demand.role(), demand.shape(), values);
    }

    private static float[] values(String layer, Dataset dataSet, int count) {
        if (!(dataSet.getDataType() instanceof FloatingPoint number)
                || number.getSize() != Float.BYTES && number.getSize() != Double.BYTES) {
            throw new RefusedModel(Reason.UNSUPPORTED_STORAGE, layer);
        }
        ByteBuffer bytes = bytes(layer, dataSet, Math.multiplyExact(count, number.getSize()));
        bytes.order(number.getByteOrder());
        if (bytes.remaining() < (long) count * number.getSize()) {
            throw new RefusedModel(Reason.DAMAGED);
        }
        float[] values = new float[count];
        if (number.getSize() == Float.BYTES) {
            bytes.asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = (float) bytes.getDouble();
            }
        }
        return values;
    }

    private static ByteBuffer bytes(String layer, Dataset dataSet, int length) {
        if (dataSet instanceof ContiguousDataset contiguous) {
            return contiguous.getBuffer().duplicate();
        }
        if (dataSet instanceof ChunkedDataset chunked) {
            return ByteBuffer.wrap(new Chunks(layer, chunked).read(length));
        }
        throw new RefusedModel(Reason.UNSUPPORTED_STORAGE, layer);
    }
}
