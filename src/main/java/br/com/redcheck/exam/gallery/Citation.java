package br.com.redcheck.exam.gallery;

import br.com.redcheck.platform.Operator;
import br.com.redcheck.platform.PublicAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** How a published exam is cited, and where it stands. */
@Component
class Citation {
    private final Operator operator;
    private final PublicAddress address;

    Citation(Operator operator, PublicAddress address) {
        this.operator = operator;
        this.address = address;
    }

    String of(Publication publication) {
        return "%s (%d). covid-dicom gallery, exam %s [DICOM]. %s. %s"
                .formatted(
                        operator.name(),
                        publishedOn(publication).getYear(),
                        publication.id(),
                        publication.licence().written(),
                        addressOf(publication));
    }

    String addressOf(Publication publication) {
        return address.of("/gallery/" + publication.id()).toString();
    }

    static LocalDate publishedOn(Publication publication) {
        return LocalDate.ofInstant(publication.publishedAt(), ZoneOffset.UTC);
    }
}
