package br.com.redcheck.person;

import java.util.Locale;

/** The 26 states of Brazil and the Federal District, by the two letters of each (Unidade da Federação). */
public enum Uf {
    AC("Acre"),
    AL("Alagoas"),
    AM("Amazonas"),
    AP("Amapá"),
    BA("Bahia"),
    CE("Ceará"),
    DF("Distrito Federal"),
    ES("Espírito Santo"),
    GO("Goiás"),
    MA("Maranhão"),
    MG("Minas Gerais"),
    MS("Mato Grosso do Sul"),
    MT("Mato Grosso"),
    PA("Pará"),
    PB("Paraíba"),
    PE("Pernambuco"),
    PI("Piauí"),
    PR("Paraná"),
    RJ("Rio de Janeiro"),
    RN("Rio Grande do Norte"),
    RO("Rondônia"),
    RR("Roraima"),
    RS("Rio Grande do Sul"),
    SC("Santa Catarina"),
    SE("Sergipe"),
    SP("São Paulo"),
    TO("Tocantins");

    private final String fullName;

    Uf(String fullName) {
        this.fullName = fullName;
    }

    /** The name in full, the same in every language. */
    public String fullName() {
        return fullName;
    }

    /**
     * Reads the two letters, in either case.
     *
     * @throws UnknownUf if no state has them
     */
    public static Uf parse(String text) {
        String letters = text.strip().toUpperCase(Locale.ROOT);
        for (Uf uf : values()) {
            if (uf.name().equals(letters)) {
                return uf;
            }
        }
        throw new UnknownUf();
    }
}
