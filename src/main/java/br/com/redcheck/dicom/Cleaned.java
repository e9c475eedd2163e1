package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An object from which identity has been taken, in header and pixels, and what the check afterwards saw.
 *
 * @param object what may be kept and used once there are no leaks
 * @param uncovered the same with the pixels as they came, for whoever judges the masks; {@code object} itself if there are none
 * @param counts how many elements each action befell
 * @param masks what is covered
 * @param leaks what the check still found; an object with leaks must not be used
 */
public record Cleaned(
        DicomObject object,
        DicomObject uncovered,
        Map<DeidentificationAction, Integer> counts,
        List<Mask> masks,
        List<Leak> leaks) {
    /** Beside a bright line of text a faint one may be overlooked, which shows once the bright one is covered. */
    private static final int MOST_LOOKS = 4;

    public Cleaned {
        counts = Map.copyOf(counts);
        masks = List.copyOf(masks);
        leaks = List.copyOf(leaks);
    }

    /**
     * The object with nothing in its pixel data but pixels, and these as they came.
     *
     * @param original as it came, whose header still says where overlays lie
     * @param header the same after {@link Deidentifier#deidentified}
     */
    public static DicomObject uncovered(DicomObject original, DicomObject header, DicomLimits limits)
            throws IOException {
        return PixelCover.withoutOverlays(
                CompressedStreams.withoutComments(header, limits), original.dataSet(), limits);
    }

    /**
     * Takes comments out of the pixel data of an object whose header is clean already, covers text in the pixels, and checks the whole.
     *
     * @param deidentifier which cleaned the header
     * @param original as it came
     * @param header the same after {@link Deidentifier#deidentified}
     * @param alsoKnown what else is known about the persons behind it, such as what a form says
     * @throws UnreadablePixels if the pixels cannot be looked at
     */
    public static Cleaned of(
            Deidentifier deidentifier,
            DicomObject original,
            Deidentified header,
            Collection<String> alsoKnown,
            DicomLimits limits)
            throws IOException {
        DicomObject uncovered = uncovered(original, header.object(), limits);
        List<Mask> masks = new ArrayList<>();
        DicomObject object = uncovered;
        List<Mask> seen = BurnedInText.find(PixelData.of(object, limits));
        for (int look = 1; look < MOST_LOOKS && !seen.isEmpty(); look++) {
            masks.addAll(seen);
            object = PixelCover.covered(uncovered, masks, limits);
            seen = BurnedInText.find(PixelData.of(object, limits));
        }
        uncovered.dataSet().putString(Tag.BURNED_IN_ANNOTATION, Vr.CS, masks.isEmpty() ? "NO" : "YES");
        object.dataSet().putString(Tag.BURNED_IN_ANNOTATION, Vr.CS, "NO");
        List<Leak> leaks = new ArrayList<>();
        seen.forEach(mask -> leaks.add(new Leak("pixels " + (mask.frame() + 1), Kind.TEXT_IN_PIXELS)));
        leaks.addAll(deidentifier.check(original, alsoKnown).leaks(object, limits));
        return new Cleaned(object, uncovered, header.counts(), masks, leaks);
    }
}
