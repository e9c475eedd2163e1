package br.com.redcheck.exam;

import java.util.List;
import java.util.UUID;

/**
 * What a doctor has drawn over one frame of an image.
 *
 * @param frame from 0
 * @param points in the order in which they were drawn, in the image's own pixels: (0, 0) is the middle of the first one
 */
record Annotation(UUID image, int frame, Shape shape, List<Point> points) {
    /** No picture that we take is larger, and nobody draws far beside one. */
    private static final double FAR = 200_000;

    Annotation {
        points = List.copyOf(points);
        if (frame < 0 || points.size() != shape.points || points.stream().anyMatch(Point::outside)) {
            throw new UselessAnnotation();
        }
    }

    /** What is drawn, by how many points say all about it. */
    enum Shape {
        LENGTH(2),
        ANGLE(3),
        /** By its four corners: upper left, upper right, lower left, lower right. */
        RECTANGLE(4),
        /** By its four ends: bottom, top, left, right. */
        ELLIPSE(4);

        private final int points;

        Shape(int points) {
            this.points = points;
        }
    }

    /** A place in the image, columns to the right and rows down. */
    record Point(double x, double y) {
        private boolean outside() {
            return !(Math.abs(x) <= FAR && Math.abs(y) <= FAR);
        }
    }
}
