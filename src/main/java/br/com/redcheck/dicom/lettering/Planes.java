package br.com.redcheck.dicom.lettering;

/**
 * The channels of a layer: planes of numbers with a margin of zeros all round, so that a convolution needs to know no edges.
 */
final class Planes {
    /** Zeros on each side: as many as the widest dilation reaches. */
    static final int MARGIN = 8;

    final int channels;
    final int rows;
    final int columns;

    /** From one row to the next. */
    final int stride;

    final float[] values;

    Planes(int channels, int rows, int columns) {
        this.channels = channels;
        this.rows = rows;
        this.columns = columns;
        this.stride = columns + 2 * MARGIN;
        this.values = new float[Math.multiplyExact(channels * (rows + 2 * MARGIN), stride)];
    }

    /** Where row {@code y} of a channel begins; {@code y} may lie in the margin. */
    int row(int channel, int y) {
        return (channel * (rows + 2 * MARGIN) + MARGIN + y) * stride + MARGIN;
    }

    /** Copies rows, one behind the other until {@code into} is full, from a place on that may lie in the margin. */
    void get(int channel, int y, int x, float[] into) {
        int from = row(channel, y) + x;
        for (int at = 0; at < into.length; at += columns) {
            System.arraycopy(values, from, into, at, columns);
            from += stride;
        }
    }

    /** Puts rows from row {@code y} on. */
    void put(int channel, int y, float[] rows) {
        int to = row(channel, y);
        for (int at = 0; at < rows.length; at += columns) {
            System.arraycopy(rows, at, values, to, columns);
            to += stride;
        }
    }

    /** Four times the channels at half the size: the four neighbours of each square become channels. Rows and columns are even. */
    Planes folded() {
        Planes folded = new Planes(4 * channels, rows / 2, columns / 2);
        for (int channel = 0; channel < folded.channels; channel++) {
            for (int y = 0; y < folded.rows; y++) {
                int from = row(channel / 4, 2 * y + (channel >> 1 & 1)) + (channel & 1);
                int to = folded.row(channel, y);
                for (int x = 0; x < folded.columns; x++) {
                    folded.values[to + x] = values[from + 2 * x];
                }
            }
        }
        return folded;
    }
}
