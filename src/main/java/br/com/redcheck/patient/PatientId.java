package br.com.redcheck.patient;

import java.io.Serializable;
import java.util.UUID;

/** Names one patient of one owner by chance: it says nothing about the person. */
public record PatientId(UUID value) implements Serializable {
    private static final long serialVersionUID = 1L;

    static PatientId random() {
        return new PatientId(UUID.randomUUID());
    }

    /** Reads an id as it stands in a form. */
    public static PatientId parse(String text) {
        try {
            return new PatientId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NoSuchPatient();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
