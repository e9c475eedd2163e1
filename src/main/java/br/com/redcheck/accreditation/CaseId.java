package br.com.redcheck.accreditation;

import br.com.redcheck.account.OwnerId;
import java.util.UUID;

/** Names one case; says nothing about the applicant, so it may stand in an address. */
record CaseId(UUID value) {
    static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    /**
     * Reads the id from an address.
     *
     * @throws NoSuchCase if it is none
     */
    static CaseId parse(String text) {
        try {
            return new CaseId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NoSuchCase();
        }
    }

    /** Under whose key the case's papers lie: its own, so that whoever decides on it never uses that of a doctor's exams. */
    OwnerId key() {
        return new OwnerId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
