package br.com.redcheck.accreditation;

import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;

/** A doctor as they stand on the papers that an administrator has compared. */
public record Physician(String name, Crm crm, Cpf cpf) {
    @Override
    public String toString() {
        return "Physician[***]";
    }
}
