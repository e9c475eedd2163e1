package br.com.redcheck.dicom.lettering;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * An invented cross-section of a body: vessels in black lungs, spongy bones with bright rims, the arcs of a table. No free
 * tomograms are at hand to learn from, and these are what letters are most easily taken for there.
 */
final class Phantom {
    private final Random random;
    private final int side;
    private final BufferedImage image;
    private final Graphics2D pen;

    private Phantom(int side, Random random) {
        this.random = random;
        this.side = side;
        image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Brightness of 0 to 255, row by row. */
    static float[] drawn(int side, Random random) {
        Phantom phantom = new Phantom(side, random);
        phantom.draw();
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = phantom.image.getRGB(i % side, i / side) & 0xFF;
        }
        return values;
    }

    private void draw() {
        int tissue = 60 + random.nextInt(100);
        int air = random.nextInt(30);
        shade(random.nextInt(3) == 0 ? air : tissue);
        pen.fillRect(0, 0, side, side);
        int organs = 1 + random.nextInt(4);
        for (int i = 0; i < organs; i++) {
            shade(random.nextInt(3) == 0 ? tissue + random.nextInt(30) - 15 : air + random.nextInt(15));
            pen.fill(blob(random.nextInt(side), random.nextInt(side), 20 + random.nextInt(120), 0.3));
        }
        int trees = random.nextInt(4);
        for (int i = 0; i < trees; i++) {
            lung(air);
        }
        int bones = random.nextInt(5);
        for (int i = 0; i < bones; i++) {
            bone();
        }
        if (random.nextInt(2) == 0) {
            table();
        }
        pen.dispose();
    }

    private void shade(int brightness) {
        int gray = Math.max(0, Math.min(255, brightness));
        pen.setColor(new Color(gray, gray, gray));
    }

    /** A black field with many vessels of about one width, cut along and across, dense as in an inflamed lung or sparse. */
    private void lung(int air) {
        double radius = 20 + random.nextInt(side / 2);
        double x = random.nextDouble() * side;
        double y = random.nextDouble() * side;
        if (random.nextInt(3) > 0) {
            shade(air + random.nextInt(20));
            pen.fill(blob(x, y, radius, 0.3));
        }
        double fine = 0.4 + random.nextDouble();
        int vessels = (int) (radius * radius * (0.002 + 0.02 * Math.pow(random.nextDouble(), 2)));
        int bright = air + 30 + random.nextInt(226 - air);
        for (int i = 0; i < vessels; i++) {
            shade(air + (int) ((bright - air) * (0.4 + 0.6 * random.nextDouble())));
            vessel(x + radius * random.nextGaussian() / 2, y + radius * random.nextGaussian() / 2, fine);
        }
    }

    private void vessel(double left, double top, double fine) {
        double x = left;
        double y = top;
        double width = fine * (1 + 3 * random.nextDouble());
        if (random.nextInt(3) == 0) {
            pen.fill(new Ellipse2D.Double(x, y, 2 * width, 2 * width * (0.6 + random.nextDouble())));
            return;
        }
        double angle = random.nextDouble() * 2 * Math.PI;
        int length = 4 + random.nextInt(30);
        for (int step = 0; step < length && width > 0.3; step++) {
            pen.fill(new Ellipse2D.Double(x - width / 2, y - width / 2, width, width));
            x += Math.cos(angle);
            y += Math.sin(angle);
            angle += 0.12 * random.nextGaussian();
            width *= 0.98;
        }
    }

    /** A bright rim around a spongy inside, often with a second blob that makes a vertebra of it. */
    private void bone() {
        double x = random.nextInt(side);
        double y = random.nextInt(side);
        int parts = 1 + random.nextInt(4);
        for (int part = 0; part < parts; part++) {
            Path2D outline = blob(x, y, 4 + random.nextInt(25), 0.5);
            int rim = 150 + random.nextInt(106);
            shade(rim - random.nextInt(110));
            pen.fill(outline);
            shade(rim);
            pen.setStroke(new BasicStroke(1 + 3 * random.nextFloat()));
            pen.draw(outline);
            x += 12 * random.nextGaussian();
            y += 12 * random.nextGaussian();
        }
    }

    /** Arcs around one far centre, above, below or beside. */
    private void table() {
        double radius = side * (0.6 + 3 * random.nextDouble());
        boolean aside = random.nextInt(4) == 0;
        double at = random.nextDouble() * side;
        double along = side * (0.5 + 0.5 * random.nextGaussian());
        double sign = random.nextBoolean() ? 1 : -1;
        double x = aside ? at + sign * radius : along;
        double y = aside ? along : at + sign * radius;
        int arcs = 1 + random.nextInt(6);
        for (int arc = 0; arc < arcs; arc++) {
            shade(random.nextInt(200));
            pen.setStroke(new BasicStroke(1 + 7 * random.nextFloat()));
            pen.draw(new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, 0, 360, Arc2D.OPEN));
            radius += 3 + random.nextInt(18);
        }
    }

    private Path2D blob(double x, double y, double radius, double rough) {
        double[] phases = random.doubles(6, 0, 2 * Math.PI).toArray();
        double flat = 0.4 + random.nextDouble();
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 60; i++) {
            double angle = 2 * Math.PI * i / 60;
            double reach = 1;
            for (int k = 1; k < phases.length; k++) {
                reach += rough / k * Math.sin(k * angle + phases[k]) * 0.6;
            }
            double px = x + radius * reach * Math.cos(angle);
            double py = y + radius * flat * reach * Math.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
