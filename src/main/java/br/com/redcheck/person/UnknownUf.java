package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not the two letters of a Brazilian state or of the Federal District. */
public class UnknownUf extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownUf() {
        super("refusal.unknown-uf");
    }
}
