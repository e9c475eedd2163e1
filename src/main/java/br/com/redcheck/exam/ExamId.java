package br.com.redcheck.exam;

import java.util.List;
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

    /** Several ids, for a question to the database. */
    public static UUID[] values(List<ExamId> exams) {
        return exams.stream().map(ExamId::value).toArray(UUID[]::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
