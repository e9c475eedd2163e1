package br.com.redcheck.dicom.lettering;

/**
 * A rectangle of a picture.
 *
 * @param x the leftmost column, from 0
 * @param y the topmost row, from 0
 */
public record Box(int x, int y, int width, int height) {
    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    int area() {
        return width * height;
    }

    /** The same part of a picture that is so many times as large. */
    Box times(int scale) {
        return new Box(scale * x, scale * y, scale * width, scale * height);
    }

    /** The cells that lie in it as a whole. */
    Box inCells() {
        int left = (x + Network.CELL - 1) / Network.CELL;
        int top = (y + Network.CELL - 1) / Network.CELL;
        return new Box(left, top, right() / Network.CELL - left, bottom() / Network.CELL - top);
    }

    boolean holds(Box other) {
        return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
    }

    /** Columns for rows. */
    Box turned() {
        return new Box(y, x, height, width);
    }

    /** The smallest rectangle around both. */
    Box with(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Wider by {@code margin} on all sides. */
    Box grown(int margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** The part that two overlapping rectangles share. */
    Box common(Box other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        return new Box(left, top, Math.min(right(), other.right()) - left, Math.min(bottom(), other.bottom()) - top);
    }

    /** The part that lies in a picture of this size. */
    Box within(int columns, int rows) {
        return common(new Box(0, 0, columns, rows));
    }
}
