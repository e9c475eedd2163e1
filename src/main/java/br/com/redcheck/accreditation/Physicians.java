package br.com.redcheck.accreditation;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Applicant.DoctorApplicant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who doctors are on paper, for what they sign. */
@Service
public class Physicians {
    private final Licences licences;
    private final DeclaredPapers cases;

    Physicians(Licences licences, DeclaredPapers cases) {
        this.licences = licences;
        this.cases = cases;
    }

    /**
     * What the accreditation knows of a doctor who signs now, as {@link #known} says.
     *
     * @throws NotAccredited if the shelf has no licence at this moment
     */
    public Optional<Physician> signing(Doctor doctor) {
        licences.requireSending(doctor.owner());
        return known(doctor);
    }

    /**
     * What the accreditation knows of a doctor: of their own case, or of that of the clinic before whose shelf they stand and for
     * which they answer. Empty if nobody was ever asked for papers, as for the doctor of the demonstration.
     */
    public Optional<Physician> known(Doctor doctor) {
        return of(new OwnerId(doctor.account()), doctor).or(() -> of(doctor.owner(), doctor));
    }

    private Optional<Physician> of(OwnerId owner, Doctor doctor) {
        return cases.claims(owner)
                .flatMap(Applicant::doctor)
                .filter(papers -> papers.email().address().equals(doctor.getUsername()))
                .map(Physicians::physician);
    }

    private static Physician physician(DoctorApplicant papers) {
        return new Physician(papers.name(), papers.crm(), papers.cpf());
    }
}
