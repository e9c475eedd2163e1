package br.com.redcheck.patient;

import br.com.redcheck.person.Cpf;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who a patient is.
 *
 * @param mother the mother's name, by which people without a CPF are told apart
 */
public record Identity(String name, LocalDate birthDate, Sex sex, Optional<Cpf> cpf, Optional<String> mother) {
    private static final List<String> WAYS_TO_WRITE_A_DATE =
            List.of("dd/MM/uuuu", "dd.MM.uuuu", "uuuu-MM-dd", "uuuuMMdd");

    /** @throws MotherMissing if there is neither a CPF nor the mother's name, without which nobody is found again */
    public Identity {
        if (cpf.isEmpty() && mother.isEmpty()) {
            throw new MotherMissing();
        }
    }

    /** All that this says, in the forms in which it may be found written in an image of the patient's. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(name));
        mother.ifPresent(texts::add);
        cpf.map(Cpf::digits).ifPresent(texts::add);
        WAYS_TO_WRITE_A_DATE.forEach(way -> texts.add(birthDate.format(DateTimeFormatter.ofPattern(way))));
        return texts;
    }

    /** Whether name and day of birth are those of another, however they are spelt. */
    boolean namesTheSameAs(Identity other) {
        return birthDate.equals(other.birthDate) && Fingerprints.words(name).equals(Fingerprints.words(other.name));
    }

    /** The same, with what only an earlier entry knew. */
    Identity completedBy(Identity earlier) {
        return new Identity(name, birthDate, sex, cpf.or(earlier::cpf), mother.or(earlier::mother));
    }

    @Override
    public String toString() {
        return "Identity[***]";
    }
}
