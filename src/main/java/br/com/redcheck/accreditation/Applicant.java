package br.com.redcheck.accreditation;

import br.com.redcheck.person.Cnpj;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.Orcid;
import br.com.redcheck.person.Phone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody says about themselves when they ask for a licence; an administrator compares it with their papers. */
sealed interface Applicant {
    /** What asks: the name of the type, for columns and texts. */
    enum Kind {
        DOCTOR,
        CLINIC,
        RESEARCHER
    }

    Kind kind();

    /** The person's, or the clinic's. */
    String name();

    /** Where mail about the case goes. */
    EmailAddress email();

    /** Whose CPF and CRM there are to look at. */
    Optional<DoctorApplicant> doctor();

    /** A doctor who asks for themselves, or answers for a clinic. */
    record DoctorApplicant(String name, Cpf cpf, Crm crm, String specialty, EmailAddress email, Phone phone)
            implements Applicant {
        @Override
        public Kind kind() {
            return Kind.DOCTOR;
        }

        @Override
        public Optional<DoctorApplicant> doctor() {
            return Optional.of(this);
        }

        @Override
        public String toString() {
            return "DoctorApplicant[***]";
        }
    }

    /** A clinic: exams that its doctors send belong to it. */
    record ClinicApplicant(String name, Cnpj cnpj, DoctorApplicant responsible) implements Applicant {
        @Override
        public Kind kind() {
            return Kind.CLINIC;
        }

        @Override
        public EmailAddress email() {
            return responsible.email();
        }

        @Override
        public Optional<DoctorApplicant> doctor() {
            return Optional.of(responsible);
        }

        @Override
        public String toString() {
            return "ClinicApplicant[***]";
        }
    }

    /** A member of a group that submits networks or validates ours. */
    record ResearcherApplicant(
            String name, String institution, @Nullable Orcid orcid, String purpose, EmailAddress email)
            implements Applicant {
        @Override
        public Kind kind() {
            return Kind.RESEARCHER;
        }

        @Override
        public Optional<DoctorApplicant> doctor() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "ResearcherApplicant[***]";
        }
    }
}
