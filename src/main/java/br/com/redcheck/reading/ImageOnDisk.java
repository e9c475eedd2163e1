package br.com.redcheck.reading;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.inference.ImageFacts;

/**
 * What the command line remembers of an image between seeing its header and reading its pixels.
 *
 * @param path where it lies, {@code a.zip!b.dcm} within an archive
 * @param frame counted from 0
 * @param sopInstanceUid empty if the header has none
 */
record ImageOnDisk(String path, int frame, ImageFacts facts, String sopInstanceUid) {
    static ImageOnDisk of(String path, int frame, DataSet header) {
        String uid = header.string(Tag.SOP_INSTANCE_UID).orElse("");
        return new ImageOnDisk(path, frame, ImageFacts.of(header, frame), uid);
    }
}
