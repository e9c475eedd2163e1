package br.com.redcheck.exam;

import java.util.UUID;

/** Names one exam; says nothing about the patient, so it may stand in an address. */
public record ExamId(UUID value) {
    /** Reads the id from an address. */
    public static ExamId parse(String text) {
        try {
            return new ExamId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NoSuchExam();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
