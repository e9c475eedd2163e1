package br.com.redcheck.dicom.lettering;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines of letters in a picture: white or black, faint or bright, upright or lying.
 *
 * <p>How, why so, and how well stands in {@code src/docs/burned-in-text.md}.
 */
public final class Lettering {
    /** A picture is looked at in strips of so many pixels, which bounds the memory that it takes. */
    private static final int STRIP = 1 << 21;

    /**
     * Large letters, and white ones on a restless ground, are looked for in pictures of half the size and less, as long as the longer
     * side is at least this.
     */
    private static final int SMALL = 150;

    /** A picture whose longer side is smaller than this is looked at once: at half the size its own structures look like letters. */
    private static final int ONCE = 400;

    /** A line in a smaller picture counts if it is higher than this, in pixels of the whole one, … */
    private static final int LARGE = 30;

    /** … and if not so large a part of what speaks for it lies in lines that were found before: a smaller picture has coarser cells. */
    private static final double KNOWN = 0.8;

    private final Network network;

    Lettering(Network network) {
        this.network = network;
    }

    /** Reads the network that comes with the application. */
    public Lettering() {
        this(Network.trained());
    }

    /** Rectangles around the lines of letters, with a little room around them; none if there are no letters. */
    public List<Box> find(GrayPicture picture) {
        GrayPicture bright = Brightness.of(picture);
        List<Box> found = new ArrayList<>(Lines.of(evidence(bright), picture.columns(), picture.rows()));
        int longest = Math.max(picture.rows(), picture.columns());
        for (int scale = 2; longest >= Math.max(ONCE, SMALL * scale) && bright.canBeHalved(); scale *= 2) {
            bright = bright.halved();
            Planes evidence = evidence(bright);
            for (Box line : Lines.of(evidence, bright.columns(), bright.rows())) {
                Box large = line.times(scale);
                if (Math.min(large.width(), large.height()) > LARGE && !known(line, evidence, scale, found)) {
                    found.add(large);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean known(Box line, Planes evidence, int scale, List<Box> found) {
        List<Box> cells = Lines.certain(line.inCells(), evidence);
        long known = cells.stream()
                .map(cell -> cell.times(Network.CELL * scale))
                .filter(cell -> found.stream().anyMatch(cell::overlaps))
                .count();
        return known > KNOWN * cells.size();
    }

    /** @param picture of values from 0 to 255 */
    private Planes evidence(GrayPicture picture) {
        int rows = cells(picture.rows());
        int columns = cells(picture.columns());
        Planes evidence = new Planes(1, rows, columns);
        int halo = network.sight() / Network.CELL;
        int strip = Math.max(halo, STRIP / (Network.CELL * Network.CELL * columns));
        float[] contrast = LocalContrast.of(picture);
        for (int top = 0; top < rows; top += strip) {
            int from = Math.max(0, top - halo);
            int to = Math.min(rows, top + strip + halo);
            Planes part = network.evidence(cut(contrast, picture, from, to));
            for (int y = top; y < Math.min(rows, top + strip); y++) {
                System.arraycopy(part.values, part.row(0, y - from), evidence.values, evidence.row(0, y), columns);
            }
        }
        return evidence;
    }

    private static int cells(int pixels) {
        return (pixels + Network.CELL - 1) / Network.CELL;
    }

    /** Rows of cells as a plane; what the last cells have beyond the picture stays zero. */
    private static Planes cut(float[] contrast, GrayPicture picture, int from, int to) {
        Planes planes = new Planes(1, Network.CELL * (to - from), Network.CELL * cells(picture.columns()));
        for (int y = 0; y < Math.min(planes.rows, picture.rows() - Network.CELL * from); y++) {
            int row = (Network.CELL * from + y) * picture.columns();
            System.arraycopy(contrast, row, planes.values, planes.row(0, y), picture.columns());
        }
        return planes;
    }

    /** What the network sees of a whole picture. */
    static Planes contrast(GrayPicture picture) {
        return cut(LocalContrast.of(Brightness.of(picture)), picture, 0, cells(picture.rows()));
    }
}
