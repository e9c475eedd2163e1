package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.IdentityCheck;
import br.com.redcheck.dicom.Leak;
import br.com.redcheck.dicom.TransferSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks through the images of an exam that are kept already for what was told of its patient since. */
@Component
class IdentitySearch {
    private final ToldIdentity told;
    private final QuarantineRegister register;
    private final ImageSealing sealing;

    IdentitySearch(ToldIdentity told, QuarantineRegister register, ImageSealing sealing) {
        this.told = told;
        this.register = register;
        this.sealing = sealing;
    }

    /** May be done twice. An image in which something is found puts the exam in quarantine; one that is clean again lets it go. */
    void search(OwnerId owner, ExamId exam) {
        Optional<Instant> toldSince = told.since(owner, exam);
        // The images' own headers hold nothing any more, so there is only what was told to look for.
        DicomObject noHeader = new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, new DataSet());
        IdentityCheck check = IdentityCheck.of(noHeader, told.texts(owner, exam));
        Map<UUID, Optional<Leak>> found = new HashMap<>();
        for (Instance image : register.images(owner, exam)) {
            found.put(image.id(), sealing.open(owner, image.blob(), object -> first(check, object)));
        }
        register.searched(owner, exam, toldSince, found);
    }

    private static Optional<Leak> first(IdentityCheck check, DicomObject object) {
        try {
            return check.leaks(object, DicomLimits.defaults()).stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
