package br.com.redcheck.patient;

import br.com.redcheck.platform.Refusal;

/** What was said fits a patient of the owner's, but not surely: the doctor has to say who is meant. */
public final class AnotherPatient extends Refusal {
    private static final long serialVersionUID = 1L;

    private AnotherPatient(String why) {
        super("refusal.another-patient." + why);
    }

    /** Somebody of another name or day of birth has this CPF already. */
    static AnotherPatient hasThisCpf() {
        return new AnotherPatient("cpf");
    }

    /** Several patients have this name, day of birth and mother's name. */
    static AnotherPatient several() {
        return new AnotherPatient("several");
    }
}
