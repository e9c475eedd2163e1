package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not a CNPJ: of another length, or with check digits that do not vouch for the rest. */
public class InvalidCnpj extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidCnpj() {
        super("refusal.invalid-cnpj");
    }
}
