package br.com.redcheck.accreditation;

import br.com.redcheck.person.Crm;
import java.net.URI;
import java.util.Locale;

/** The council of medicine, which alone can say whose a CRM is. */
interface CouncilRegister {
    /** Asks for a registration, or says where a person can ask. */
    Lookup lookUp(Crm crm);

    /** What came of asking. */
    sealed interface Lookup {
        /**
         * A person has to ask: the council has no door for programs.
         *
         * @param page on which they do
         */
        record ByHand(URI page) implements Lookup {}

        /**
         * The council knows the registration.
         *
         * @param name whose it is
         */
        record Registered(String name) implements Lookup {}

        /** The council knows no such registration. */
        record Unknown() implements Lookup {}
    }

    /** What an administrator found there, compared with what the applicant says. */
    enum Finding {
        FOUND,
        NAME_DIFFERS,
        NOT_FOUND;

        /** As it ends a key in the message files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
