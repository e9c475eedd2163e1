package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Applicant.ClinicApplicant;
import br.com.redcheck.accreditation.Applicant.DoctorApplicant;
import br.com.redcheck.accreditation.Applicant.ResearcherApplicant;
import br.com.redcheck.person.Cnpj;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.Orcid;
import br.com.redcheck.person.Phone;
import br.com.redcheck.person.Uf;
import br.com.redcheck.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads one filled-in form to its end, so that all that is wrong with it is told at once, each beside its field. */
final class SignUpReader {
    private static final int LINE = 200;
    private static final int PARAGRAPH = 2_000;

    private final SignUpForm form;
    private final Map<String, Refusal> wrong = new LinkedHashMap<>();

    SignUpReader(SignUpForm form) {
        this.form = form;
    }

    /** Who asks; nothing if a field is wrong. */
    Optional<Applicant> applicant() {
        Supplier<? extends Applicant> whole = switch (form.kind()) {
            case "clinic" -> clinic();
            case "researcher" -> researcher();
            default -> doctor();
        };
        read("accepted", form.accepted(), SignUpReader::agreed);
        return wrong.isEmpty() ? Optional.of(whole.get()) : Optional.empty();
    }

    /** What is wrong, by field. */
    Map<String, Refusal> wrong() {
        return wrong;
    }

    private Supplier<DoctorApplicant> doctor() {
        var name = read("name", form.name(), SignUpReader::line);
        var cpf = read("cpf", form.cpf(), Cpf::parse);
        var uf = read("uf", form.uf(), Uf::parse);
        var crm =
                read("crm", form.crm(), number -> Crm.of(number, uf.orElse(Uf.DF))); // the state has its own complaint
        var specialty = read("specialty", form.specialty(), SignUpReader::line);
        var email = read("email", form.email(), EmailAddress::parse);
        var phone = read("phone", form.phone(), Phone::parse);
        return () -> new DoctorApplicant(
                name.orElseThrow(),
                cpf.orElseThrow(),
                crm.orElseThrow(),
                specialty.orElseThrow(),
                email.orElseThrow(),
                phone.orElseThrow());
    }

    private Supplier<ClinicApplicant> clinic() {
        var clinic = read("clinic", form.clinic(), SignUpReader::line);
        var cnpj = read("cnpj", form.cnpj(), Cnpj::parse);
        var responsible = doctor();
        return () -> new ClinicApplicant(clinic.orElseThrow(), cnpj.orElseThrow(), responsible.get());
    }

    private Supplier<ResearcherApplicant> researcher() {
        var name = read("name", form.name(), SignUpReader::line);
        var institution = read("institution", form.institution(), SignUpReader::line);
        var orcid = form.orcid().isEmpty() ? Optional.<Orcid>empty() : read("orcid", form.orcid(), Orcid::parse);
        var purpose = read("purpose", form.purpose(), SignUpReader::paragraph);
        var email = read("email", form.email(), EmailAddress::parse);
        return () -> new ResearcherApplicant(
                name.orElseThrow(),
                institution.orElseThrow(),
                orcid.orElse(null),
                purpose.orElseThrow(),
                email.orElseThrow());
    }

    private <T> Optional<T> read(String field, String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (Refusal refusal) {
            wrong.put(field, refusal);
            return Optional.empty();
        }
    }

    private static String line(String text) {
        return between(text, LINE);
    }

    private static String paragraph(String text) {
        return between(text, PARAGRAPH);
    }

    private static String between(String text, int longest) {
        if (text.isEmpty()) {
            throw NotFilledIn.empty();
        }
        if (text.length() > longest) {
            throw NotFilledIn.tooLong(longest);
        }
        return text;
    }

    private static boolean agreed(String accepted) {
        if (accepted.isEmpty()) {
            throw NotFilledIn.notAccepted();
        }
        return true;
    }
}
