package br.com.redcheck.reading;

import java.util.List;
import java.util.UUID;

/**
 * The heat maps of a reading as numbers, for whoever wants to colour them: see {@link br.com.redcheck.inference.Cam}.
 *
 * @param strongest the greatest value of all, which full colour stands for, so that slices compare
 */
public record HeatMaps(float strongest, List<OfSlice> maps) {
    /**
     * The map of one image.
     *
     * @param rows of the map, from the top; it lies over the whole picture
     */
    public record OfSlice(UUID image, int frame, float[][] rows) {}
}
