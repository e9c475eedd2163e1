package br.com.redcheck.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes whole objects out of the files that are found; those that hold no image are set aside. */
public interface ObjectVisitor extends DicomFiles.Visitor {
    /**
     * Takes one object.
     *
     * @param size how many bytes its file has
     * @throws br.com.redcheck.platform.Refusal as {@link #file} does
     */
    void object(String path, DicomObject object, long size) throws IOException;

    @Override
    default void file(String path, InputStream content) throws IOException {
        MeteredInputStream metered = new MeteredInputStream(content);
        DicomObject object = DicomObject.read(metered, DicomLimits.defaults());
        Optional<SetAside> aside = SetAside.of(object);
        if (aside.isPresent()) {
            setAside(path, aside.get());
        } else {
            object(path, object, metered.count());
        }
    }
}
