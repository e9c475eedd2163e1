package br.com.redcheck.exam;

import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.UncompressedPixels;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** An image in a form that the viewer shows: decoded when its bytes are asked for, after the transaction in which it was found. */
final class MadeViewable extends AbstractResource {
    private final Places places;
    private final Supplier<DicomObject> image;
    private byte @Nullable [] made;

    MadeViewable(Places places, Supplier<DicomObject> image) {
        this.places = places;
        this.image = image;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new ByteArrayInputStream(bytes());
    }

    @Override
    public long contentLength() throws IOException {
        return bytes().length;
    }

    private byte[] bytes() throws IOException {
        byte[] known = made;
        if (known == null) {
            known = places.in(HeavyWork.PICTURE, this::make);
            made = known;
        }
        return known;
    }

    private byte[] make() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UncompressedPixels.of(image.get(), DicomLimits.defaults()).writeTo(out);
        return out.toByteArray();
    }

    @Override
    public String getDescription() {
        return "image made for the viewer";
    }
}
