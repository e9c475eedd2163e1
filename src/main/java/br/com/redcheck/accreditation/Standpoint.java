package br.com.redcheck.accreditation;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.SignedIn;

/** Whose case somebody speaks for: doctors for the shelf before which they stand, everybody else for themselves. */
final class Standpoint {
    private Standpoint() {}

    static OwnerId of(SignedIn who) {
        return who instanceof Doctor doctor ? doctor.owner() : new OwnerId(who.account());
    }
}
