package br.com.redcheck.exam;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.FunctionalGroups;
import br.com.redcheck.dicom.Tag;
import java.util.Optional;

/**
 * Where a slice lies along the line on which its series is stacked: its corner (ImagePositionPatient) projected on the normal of its
 * plane (ImageOrientationPatient), in millimetres (PS3.3 C.7.6.2.1.1). The normal of axial slices points to the head.
 */
final class SlicePosition {
    private SlicePosition() {}

    /** The place of the image, or of its first frame; empty if it does not say where it lies. */
    static Optional<Double> of(DataSet image) {
        FunctionalGroups groups = new FunctionalGroups(image, 0);
        double[] corner = groups.holding(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT)
                .decimals(Tag.IMAGE_POSITION_PATIENT);
        double[] plane = groups.holding(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT)
                .decimals(Tag.IMAGE_ORIENTATION_PATIENT);
        if (corner.length != 3 || plane.length != 6) {
            return Optional.empty();
        }
        double along = corner[0] * (plane[1] * plane[5] - plane[2] * plane[4])
                + corner[1] * (plane[2] * plane[3] - plane[0] * plane[5])
                + corner[2] * (plane[0] * plane[4] - plane[1] * plane[3]);
        return Optional.of(along).filter(Double::isFinite);
    }
}
