package br.com.redcheck.exam.worklist;

import br.com.redcheck.platform.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whom a doctor looks for, as it was typed: by CPF, or by name, day of birth and mother's name. A field that did not come is empty. */
record SoughtPatient(String cpf, String name, String birthDate, String mother) {
    static final SoughtPatient NOBODY = new SoughtPatient(null, null, null, null);

    SoughtPatient(@Nullable String cpf, @Nullable String name, @Nullable String birthDate, @Nullable String mother) {
        this.cpf = typed(cpf);
        this.name = typed(name);
        this.birthDate = typed(birthDate);
        this.mother = typed(mother);
    }

    /** @throws NotFound if there is no such day, or not enough beside it to know anybody by */
    LocalDate day() {
        if (name.isEmpty() || mother.isEmpty()) {
            throw NotFound.halfASearch();
        }
        try {
            return LocalDate.parse(birthDate);
        } catch (DateTimeException e) {
            throw NotFound.halfASearch();
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "SoughtPatient[***]";
    }

    /** Nobody was found by what was typed. */
    static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        private NotFound(String why) {
            super("refusal.patient-not-found." + why);
        }

        static NotFound nobody() {
            return new NotFound("nobody");
        }

        /** It was too little to know anybody by. */
        static NotFound halfASearch() {
            return new NotFound("incomplete");
        }
    }
}
