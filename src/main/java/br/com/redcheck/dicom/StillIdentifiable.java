package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;

/** After cleaning, the check found something that may tell who the patient is. */
final class StillIdentifiable extends Refusal {
    private static final long serialVersionUID = 1L;

    StillIdentifiable(Leak leak) {
        super("refusal.still-identifiable", leak.place());
    }
}
