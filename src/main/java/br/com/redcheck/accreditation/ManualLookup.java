package br.com.redcheck.accreditation;

import br.com.redcheck.person.Crm;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Sends the administrator to the public search of the Conselho Federal de Medicina, which covers the councils of all states. */
@Component
class ManualLookup implements CouncilRegister {
    private static final URI SEARCH = URI.create("https://portal.cfm.org.br/busca-medicos");

    @Override
    public Lookup lookUp(Crm crm) {
        return new Lookup.ByHand(SEARCH);
    }
}
