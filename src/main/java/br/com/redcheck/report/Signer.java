package br.com.redcheck.report;

import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;
import java.util.Optional;
import java.util.UUID;

/**
 * Who signs a report.
 *
 * @param cpf empty where nobody was asked for papers
 */
record Signer(UUID account, String name, Crm crm, Optional<Cpf> cpf) {}
