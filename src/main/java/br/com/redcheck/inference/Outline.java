package br.com.redcheck.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The convex outline of points (Andrew's monotone chain), with the inside to the right of each edge where columns count to the right and
 * rows down.
 */
record Outline(List<Edge> edges) {
    /** A pixel, {@code x} columns from the left and {@code y} rows from the top. */
    record Point(int x, int y) {}

    /** A straight piece of it. */
    record Edge(Point from, Point to) {
        int across() {
            return to.x - from.x;
        }

        int down() {
            return to.y - from.y;
        }

        double length() {
            return Math.hypot(across(), down());
        }

        /** Where one comes to after a part of the edge and so many pixels inwards. */
        double x(double part, double inwards) {
            return from.x + part * across() - inwards * down() / length();
        }

        double y(double part, double inwards) {
            return from.y + part * down() + inwards * across() / length();
        }
    }

    /** The outline of some points; without edges where there are none. */
    static Outline of(List<Point> points) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingInt(Point::x).thenComparingInt(Point::y));
        List<Point> corners = half(sorted);
        Collections.reverse(sorted);
        corners.addAll(half(sorted));
        return new Outline(IntStream.range(0, corners.size())
                .mapToObj(i -> new Edge(corners.get(i), corners.get((i + 1) % corners.size())))
                .filter(edge -> !edge.from().equals(edge.to()))
                .toList());
    }

    /** From the first point to the last, which is left out, without a turn to the left. */
    private static List<Point> half(List<Point> sorted) {
        List<Point> chain = new ArrayList<>();
        for (Point point : sorted) {
            while (chain.size() > 1 && !turnsInwards(chain, point)) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        return chain.isEmpty() ? chain : new ArrayList<>(chain.subList(0, chain.size() - 1));
    }

    private static boolean turnsInwards(List<Point> chain, Point next) {
        Edge before = new Edge(chain.get(chain.size() - 2), chain.get(chain.size() - 1));
        Edge after = new Edge(before.to(), next);
        return (long) before.across() * after.down() > (long) before.down() * after.across();
    }
}
