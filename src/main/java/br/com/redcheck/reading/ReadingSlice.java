package br.com.redcheck.reading;

import br.com.redcheck.inference.Cam;
import br.com.redcheck.reading.ReadingView.SliceView;
import jakarta.persistence.Embeddable;
import java.nio.ByteBuffer;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a network said about one image of the subject. */
@Embeddable
class ReadingSlice {
    private UUID image;
    private int frame;
    private double suspected;
    private byte @Nullable [] cam;
    private @Nullable Double unlikeness;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected ReadingSlice() {}

    ReadingSlice(UUID image, int frame, double suspected, Optional<Cam> cam, OptionalDouble unlikeness) {
        this.image = image;
        this.frame = frame;
        this.suspected = suspected;
        this.cam = cam.map(ReadingSlice::bytes).orElse(null);
        this.unlikeness = unlikeness.isPresent() ? unlikeness.getAsDouble() : null;
    }

    UUID image() {
        return image;
    }

    int frame() {
        return frame;
    }

    /** The map's rows, empty if the network has none. */
    Optional<float[][]> cam() {
        return Optional.ofNullable(cam).map(ReadingSlice::rows);
    }

    Optional<HeatMaps.OfSlice> heatMap() {
        return cam().map(rows -> new HeatMaps.OfSlice(image, frame, rows));
    }

    SliceView view(int ordinal, NumberFormat percent) {
        return new SliceView(ordinal, image, frame, suspected, percent.format(suspected), cam != null);
    }

    /** Two whole numbers, rows and columns, and then the values row by row; all big endian. */
    static byte[] bytes(Cam cam) {
        float[][] rows = cam.rows();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (2 + rows.length * rows[0].length));
        bytes.putInt(rows.length).putInt(rows[0].length);
        for (float[] row : rows) {
            for (float value : row) {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    static float[][] rows(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        float[][] rows = new float[bytes.getInt()][bytes.getInt()];
        for (float[] row : rows) {
            for (int x = 0; x < row.length; x++) {
                row[x] = bytes.getFloat();
            }
        }
        return rows;
    }
}
