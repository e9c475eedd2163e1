package br.com.redcheck.person;

/**
 * A municipality of Brazil.
 *
 * @param code the seven digits by which IBGE, the national institute of statistics, knows it
 * @param name as IBGE writes it; more than two hundred names are those of several municipalities
 */
public record Municipality(int code, String name, Uf uf) {
    /** Name and state, which together are one municipality's. */
    public String written() {
        return name + " - " + uf;
    }
}
