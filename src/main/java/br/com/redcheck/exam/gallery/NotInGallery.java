package br.com.redcheck.exam.gallery;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such publication, or no longer; which of both is not told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotInGallery extends Refusal {
    private static final long serialVersionUID = 1L;

    NotInGallery() {
        super("refusal.not-in-gallery");
    }
}
