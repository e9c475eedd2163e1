package br.com.redcheck.report;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.accreditation.Physician;
import br.com.redcheck.accreditation.Physicians;
import br.com.redcheck.person.Crm;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says under which name and CRM a doctor signs. */
@Component
class Signers {
    private final Physicians physicians;
    private final Letterheads letterheads;

    Signers(Physicians physicians, Letterheads letterheads) {
        this.physicians = physicians;
        this.letterheads = letterheads;
    }

    /** Whether the accreditation knows the doctor's CRM, so that nothing the doctor types counts. */
    boolean known(Doctor doctor) {
        return physicians.known(doctor).isPresent();
    }

    /**
     * As the accreditation's papers say; only for whom there are none, as on the letterhead.
     *
     * @throws br.com.redcheck.accreditation.NotAccredited if the shelf has no licence at this moment
     * @throws NotReadyToSign if neither says a CRM
     */
    Signer of(Doctor doctor) {
        return physicians.signing(doctor).map(papers -> of(doctor, papers)).orElseGet(() -> byLetterhead(doctor));
    }

    private static Signer of(Doctor doctor, Physician papers) {
        return new Signer(doctor.account(), papers.name(), papers.crm(), Optional.of(papers.cpf()));
    }

    private Signer byLetterhead(Doctor doctor) {
        Crm crm = letterheads.find(doctor.owner()).flatMap(Letterhead::crm).orElseThrow(NotReadyToSign::crm);
        return new Signer(doctor.account(), doctor.name(), crm, Optional.empty());
    }
}
