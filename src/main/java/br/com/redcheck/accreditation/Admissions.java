package br.com.redcheck.accreditation;

import br.com.redcheck.account.AcceptedDocument;
import br.com.redcheck.account.AccountKind;
import br.com.redcheck.account.Clinics;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.SignUps;
import br.com.redcheck.accreditation.Applicant.ClinicApplicant;
import br.com.redcheck.accreditation.Applicant.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes an account and the case that belongs to it, both or neither. */
@Service
class Admissions {
    private final SignUps signUps;
    private final Clinics clinics;
    private final Applications applications;

    Admissions(SignUps signUps, Clinics clinics, Applications applications) {
        this.signUps = signUps;
        this.clinics = clinics;
        this.applications = applications;
    }

    /**
     * Signs somebody up who has agreed to terms and privacy notice as they stand today. An e-mail that is known already changes
     * nothing, and whoever fills in the form cannot tell.
     *
     * @throws br.com.redcheck.account.WeakPassword if the password is not taken
     */
    void signUp(Applicant applicant, CharSequence password, Locale language) {
        String person = applicant instanceof ClinicApplicant clinic
                ? clinic.responsible().name()
                : applicant.name();
        AccountKind kind = applicant.kind() == Kind.RESEARCHER ? AccountKind.RESEARCHER : AccountKind.DOCTOR;
        signUps.register(
                kind,
                person,
                applicant.email().address(),
                password,
                agreed(),
                language,
                account -> applications.ask(ownerOf(account, applicant), applicant, language));
    }

    /** Exams that are sent for a clinic belong to the clinic, and so does the licence. */
    private OwnerId ownerOf(UUID account, Applicant applicant) {
        return applicant.kind() == Kind.CLINIC ? clinics.register(account, applicant.name()) : new OwnerId(account);
    }

    private static Set<AcceptedDocument> agreed() {
        return Arrays.stream(LegalText.values())
                .map(text -> new AcceptedDocument(text.document(), text.version()))
                .collect(Collectors.toSet());
    }
}
