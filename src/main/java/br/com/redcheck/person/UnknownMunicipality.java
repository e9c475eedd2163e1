package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not the code of a municipality of Brazil. */
public class UnknownMunicipality extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownMunicipality() {
        super("refusal.unknown-municipality");
    }
}
