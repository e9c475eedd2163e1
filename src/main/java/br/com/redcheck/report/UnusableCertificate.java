package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;

/** A certificate with which nobody can sign this report, for a reason that its holder can understand. */
class UnusableCertificate extends Refusal {
    private static final long serialVersionUID = 1L;

    private UnusableCertificate(String why) {
        super("refusal.unusable-certificate." + why);
    }

    /** It is no PKCS#12 file with a key of a kind that we know. */
    static UnusableCertificate unreadable() {
        return new UnusableCertificate("unreadable");
    }

    static UnusableCertificate wrongPassword() {
        return new UnusableCertificate("wrong-password");
    }

    static UnusableCertificate expired() {
        return new UnusableCertificate("expired");
    }

    static UnusableCertificate notYetValid() {
        return new UnusableCertificate("not-yet-valid");
    }

    /** It was made for something else, such as servers. */
    static UnusableCertificate notForSigning() {
        return new UnusableCertificate("not-for-signing");
    }

    /** It names the CPF of somebody else. */
    static UnusableCertificate anothers() {
        return new UnusableCertificate("anothers");
    }

    /** It names no CPF, so that nobody can tell whose it is. */
    static UnusableCertificate nobodys() {
        return new UnusableCertificate("nobodys");
    }
}
