package br.com.redcheck.dicom.lettering;

import java.awt.Font;
import java.util.List;
import java.util.Random;

/** Makes scenes: films with lines of letters, and with what looks like letters and is none. */
final class Scenes {
    private final List<Films.Film> films;
    private final List<Font> fonts;
    private final Random random;
    private final Phrases phrases;

    Scenes(List<Films.Film> films, List<Font> fonts, Random random) {
        this.films = films;
        this.fonts = fonts;
        this.random = random;
        this.phrases = new Phrases(random);
    }

    /** A part of a film, or of an invented cross-section, on which nothing of ours is written yet. */
    Scene part(int side) {
        Scene scene = new Scene(side, side, random);
        if (random.nextInt(4) == 0) {
            System.arraycopy(Phantom.drawn(side, random), 0, scene.values, 0, scene.values.length);
            if (random.nextBoolean()) {
                scene.soften();
            }
        } else {
            film(scene, side);
        }
        scene.grain(Math.abs(random.nextGaussian()) * 4);
        return scene;
    }

    private void film(Scene scene, int side) {
        Films.Film film = films.get(random.nextInt(films.size()));
        double scale =
                random.nextInt(6) == 0 ? 0.35 + 0.25 * random.nextDouble() : 0.6 * Math.pow(3.5, random.nextDouble());
        scene.show(film, place(film.rows(), side / scale), place(film.columns(), side / scale), scale);
        scene.mayCarryLetters = scale > 0.6;
        scene.develop();
        if (random.nextInt(4) == 0) {
            border(scene);
        }
        if (random.nextInt(6) == 0) {
            surface(scene);
        }
    }

    /** Up to four lines, and what looks like letters and is none. */
    void write(Scene scene) {
        if (random.nextInt(3) == 0) {
            distract(scene);
        }
        int lines = random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            line(scene);
        }
        age(scene);
    }

    /** A whole film of this width with lines at its corners, its middle and its edge, as those of data/phi have. */
    Scene whole(int columns) {
        Films.Film film = films.get(random.nextInt(films.size()));
        double scale = (double) columns / film.columns();
        int rows = (int) (film.rows() * scale);
        Scene scene = new Scene(rows, columns, random);
        scene.show(film, 0, 0, scale);
        if (random.nextInt(2) == 0) {
            int edge = 20 + random.nextInt(50);
            scene.border(edge, edge, edge, edge, random.nextInt(20));
        }
        scene.grain(random.nextDouble() * 4);
        for (int corner = 0; corner < 4; corner++) {
            Ink text = ink(12 + random.nextInt(16));
            int y = corner < 2 ? 8 : rows - 8 - text.rows();
            int x = corner % 2 == 0 ? 8 : columns - 8 - text.columns();
            stamp(scene, text, y, x);
        }
        Ink middle = ink(14 + random.nextInt(13));
        stamp(
                scene,
                middle,
                rows / 3 + random.nextInt(rows / 3),
                random.nextInt(Math.max(1, columns - middle.columns())));
        Ink upright = ink(14 + random.nextInt(8)).turned();
        stamp(scene, upright, rows / 4, random.nextBoolean() ? 6 : columns - 6 - upright.columns());
        age(scene);
        return scene;
    }

    private void age(Scene scene) {
        scene.clamp();
        if (random.nextInt(5) == 0) {
            scene.soften();
        }
        if (random.nextInt(3) == 0) {
            scene.compress(0.6f + 0.38f * random.nextFloat());
        }
    }

    /** At an edge of the film every other time, where letters mostly are. */
    private double place(int size, double seen) {
        double room = Math.max(0, size - seen);
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> room;
            default -> random.nextDouble() * room;
        };
    }

    private void border(Scene scene) {
        int[] widths = random.ints(4, 0, 60)
                .map(width -> random.nextBoolean() ? width : 0)
                .toArray();
        float value = random.nextInt(4) == 0 ? 255 - random.nextInt(30) : random.nextInt(30);
        scene.border(widths[0], widths[1], widths[2], widths[3], value);
    }

    /** Adds a tissue of soft blobs, finer or coarser, as cross-sections and bones have. */
    private void surface(Scene scene) {
        double fine = 0.05 + random.nextDouble() * 0.5;
        double strength = 10 + random.nextInt(40);
        double[][] waves = random.doubles(9, 0, 2 * Math.PI)
                .mapToObj(phase -> new double[] {phase, fine * random.nextGaussian(), fine * random.nextGaussian()})
                .toArray(double[][]::new);
        for (int i = 0; i < scene.values.length; i++) {
            double sum = 0;
            for (double[] wave : waves) {
                sum += Math.sin(wave[0] + wave[1] * (i / scene.columns) + wave[2] * (i % scene.columns));
            }
            scene.values[i] += (float) (strength * Math.tanh(sum / 2));
        }
    }

    /** Draws what is no writing: covered rectangles, wires, rings, rulers, edges. */
    private void distract(Scene scene) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            float brightness = random.nextInt(3) == 0 ? random.nextInt(256) : random.nextBoolean() ? 0 : 255;
            switch (random.nextInt(8)) {
                case 0, 1 -> rectangle(scene, brightness);
                case 2 -> wire(scene, brightness);
                case 3 -> ring(scene, brightness);
                case 4 -> ruler(scene, brightness);
                case 5, 6 -> marker(scene, brightness);
                default -> edge(scene, brightness);
            }
        }
    }

    private void rectangle(Scene scene, float brightness) {
        int height = 8 + random.nextInt(50);
        int width = 8 + random.nextInt(200);
        boolean upright = random.nextInt(3) == 0;
        int y = random.nextInt(scene.rows) - 10;
        int x = random.nextInt(scene.columns) - 10;
        scene.fill(upright ? new Box(x, y, height, width) : new Box(x, y, width, height), brightness);
    }

    private void wire(Scene scene, float brightness) {
        double y = random.nextDouble() * scene.rows;
        double x = random.nextDouble() * scene.columns;
        double angle = random.nextDouble() * 2 * Math.PI;
        double bend = 0.04 * random.nextGaussian();
        int thick = 1 + random.nextInt(5);
        for (int step = 0; step < 400; step++) {
            scene.fill(new Box((int) x, (int) y, thick, thick), brightness);
            y += 0.7 * Math.sin(angle);
            x += 0.7 * Math.cos(angle);
            angle += 0.7 * bend;
        }
    }

    private void ring(Scene scene, float brightness) {
        circle(
                scene,
                random.nextInt(scene.rows),
                random.nextInt(scene.columns),
                4 + random.nextInt(40),
                1 + random.nextInt(5),
                brightness);
    }

    private static void circle(Scene scene, double y, double x, double radius, int thick, float brightness) {
        for (double angle = 0; angle < 2 * Math.PI; angle += 0.5 / radius) {
            int row = (int) (y + radius * Math.sin(angle));
            int column = (int) (x + radius * Math.cos(angle));
            scene.fill(new Box(column, row, thick, thick), brightness);
        }
    }

    /** A letter of its own, as films carry for the side, in a ring or not. */
    private void marker(Scene scene, float brightness) {
        Font font = fonts.get(random.nextInt(fonts.size())).deriveFont(10f + random.nextInt(40));
        Ink letter = Ink.of(random.nextBoolean() ? "L" : "R", font, true);
        int y = random.nextInt(scene.rows);
        int x = random.nextInt(scene.columns);
        if (random.nextBoolean()) {
            double radius = 0.8 * Math.hypot(letter.rows(), letter.columns());
            circle(
                    scene,
                    y + letter.rows() / 2.0,
                    x + letter.columns() / 2.0,
                    radius,
                    1 + random.nextInt(3),
                    brightness);
        }
        scene.paint(letter, y, x, brightness);
    }

    private void ruler(Scene scene, float brightness) {
        int gap = 8 + random.nextInt(20);
        int length = 3 + random.nextInt(8);
        int x = random.nextInt(scene.columns);
        int y = random.nextInt(scene.rows);
        boolean upright = random.nextBoolean();
        for (int i = 0; i < 12; i++) {
            scene.fill(upright ? new Box(x, y + i * gap, length, 1) : new Box(x + i * gap, y, 1, length), brightness);
        }
        scene.fill(upright ? new Box(x, y, 1, 11 * gap) : new Box(x, y, 11 * gap, 1), brightness);
    }

    private void edge(Scene scene, float brightness) {
        double slope = 0.3 * random.nextGaussian();
        int at = random.nextInt(scene.columns);
        for (int y = 0; y < scene.rows; y++) {
            scene.fill(new Box((int) (at + slope * y), y, scene.columns, 1), brightness);
        }
    }

    private void line(Scene scene) {
        Ink text = ink((int) Math.round(
                9 * Math.pow(4, random.nextDouble() * random.nextDouble() * 0.6 + random.nextDouble() * 0.4)));
        int turn = random.nextInt(8);
        if (turn < 3) {
            text = text.turned();
        }
        if (turn < 1) {
            text = text.turned().turned();
        }
        int y = along(scene.rows, text.rows());
        int x = along(scene.columns, text.columns());
        Box room = new Box(x, y, text.columns(), text.rows()).grown(6);
        if (scene.lines.stream().noneMatch(line -> line.box().overlaps(room))) {
            stamp(scene, text, y, x);
        }
    }

    private int along(int size, int length) {
        int room = size - length;
        if (room <= 12) {
            return 6 + random.nextInt(12) - (room < 0 ? random.nextInt(1 - room) : 0);
        }
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(12);
            case 1 -> room - random.nextInt(12);
            default -> random.nextInt(room);
        };
    }

    private Ink ink(int size) {
        Font font = fonts.get(random.nextInt(fonts.size()));
        return Ink.of(phrases.next(), font.deriveFont((float) size), random.nextInt(6) > 0);
    }

    private void stamp(Scene scene, Ink text, int y, int x) {
        Box box = new Box(x, y, text.columns(), text.rows());
        float around = scene.mean(box);
        float brightness = switch (random.nextInt(8)) {
            case 0, 1, 2 -> 235 + random.nextInt(21);
            case 3 -> random.nextInt(25);
            case 4 -> 100 + random.nextInt(130);
            default -> {
                float step = (float) (20 * Math.pow(6, random.nextDouble()));
                yield around + (random.nextInt(3) == 0 || around + step > 255 ? -step : step);
            }
        };
        int style = random.nextInt(10);
        if (style == 0) {
            scene.fill(
                    box.grown(2 + random.nextInt(8)), brightness > 128 ? random.nextInt(60) : 195 + random.nextInt(61));
        }
        scene.stamp(text, y, x, Math.max(0, Math.min(255, brightness)));
    }
}
