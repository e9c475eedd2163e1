package br.com.redcheck.report;

import br.com.redcheck.person.Crm;
import java.util.Optional;

/**
 * What stands at the head of an owner's reports.
 *
 * @param name of the clinic or the doctor's practice
 * @param address empty if it is to be left out, as the phone
 * @param crm of a doctor whose papers the accreditation has not seen
 */
record Letterhead(String name, String address, String phone, Optional<Crm> crm) {
    static final int LONGEST_NAME = 120;
    static final int LONGEST_ADDRESS = 240;
    static final int LONGEST_PHONE = 60;

    /** @throws UselessLetterhead if there is no name, or more than fits */
    Letterhead {
        name = name.strip();
        address = address.strip();
        phone = phone.strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || address.length() > LONGEST_ADDRESS
                || phone.length() > LONGEST_PHONE) {
            throw new UselessLetterhead();
        }
    }

    static Letterhead named(String name) {
        return new Letterhead(name, "", "", Optional.empty());
    }
}
