package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not a CPF: too few or too many digits, or check digits that do not vouch for the others. */
public class InvalidCpf extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidCpf() {
        super("refusal.invalid-cpf");
    }
}
