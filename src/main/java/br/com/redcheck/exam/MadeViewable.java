package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.UncompressedPixels;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import br.com.redcheck.vault.BlobRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** An image in a form that the viewer shows: decoded when its bytes are asked for, after the transaction in which it was found. */
final class MadeViewable extends AbstractResource {
    private final Places places;
    private final ImageSealing sealing;
    private final OwnerId owner;
    private final BlobRef blob;
    private byte @Nullable [] made;

    MadeViewable(Places places, ImageSealing sealing, OwnerId owner, BlobRef blob) {
        this.places = places;
        this.sealing = sealing;
        this.owner = owner;
        this.blob = blob;
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
        return sealing.open(owner, blob, image -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            UncompressedPixels.of(image, DicomLimits.defaults()).writeTo(out);
            return out.toByteArray();
        });
    }

    @Override
    public String getDescription() {
        return "image made for the viewer";
    }
}
