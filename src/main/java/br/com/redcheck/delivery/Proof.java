package br.com.redcheck.delivery;

import br.com.redcheck.patient.Identity;
import br.com.redcheck.person.Spelling;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody who has a link says about the patient: the day of birth and the last four digits of the CPF. Who has no CPF is known by
 * the mother's name, and says the first word of that.
 */
record Proof(Optional<LocalDate> birthDate, String word) {
    private static final int DIGITS = 4;

    /** Reads what was typed; what is no date fits nobody. */
    static Proof parse(String day, String month, String year, String word) {
        return new Proof(date(day, month, year), word.strip());
    }

    /** Whether that is so. */
    boolean fits(Identity patient) {
        boolean birth = birthDate.filter(patient.birthDate()::equals).isPresent();
        return patient.cpf()
                .map(cpf -> birth && word.equals(cpf.digits().substring(cpf.digits().length() - DIGITS)))
                .orElseGet(() -> birth && begins(patient.mother().orElse("")));
    }

    private boolean begins(String mother) {
        return Spelling.words(mother).stream().limit(1).toList().equals(Spelling.words(word));
    }

    private static Optional<LocalDate> date(String day, String month, String year) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(year.strip()), Integer.parseInt(month.strip()), Integer.parseInt(day.strip())));
        } catch (NumberFormatException | DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Proof[***]";
    }
}
