package br.com.redcheck.person;

import br.com.redcheck.platform.Refusal;

/** Not an ORCID iD: of another length, or with a check character that does not vouch for the rest. */
public class InvalidOrcid extends Refusal {
    private static final long serialVersionUID = 1L;

    InvalidOrcid() {
        super("refusal.invalid-orcid");
    }
}
