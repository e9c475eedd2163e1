package br.com.redcheck.patient.rights;

import br.com.redcheck.platform.Refusal;

/** What was written does not do for a request or its answer. */
final class NoAnswer extends Refusal {
    private static final long serialVersionUID = 1L;

    private NoAnswer(String why, Object... arguments) {
        super("refusal.no-answer." + why, arguments);
    }

    static NoAnswer empty() {
        return new NoAnswer("empty");
    }

    /** It is answered already, or not there. */
    static NoAnswer answered() {
        return new NoAnswer("answered");
    }

    static NoAnswer tooLong(int most) {
        return new NoAnswer("too-long", most);
    }

    /** The doctor has not said that the patient has shown who they are. */
    static NoAnswer unproven() {
        return new NoAnswer("unproven");
    }
}
