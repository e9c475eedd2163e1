package br.com.redcheck.report;

import java.util.UUID;

/** Names one report by chance; says nothing about the patient, so it may stand in an address. */
public record ReportId(UUID value) {
    static ReportId random() {
        return new ReportId(UUID.randomUUID());
    }

    /**
     * Reads the id from an address.
     *
     * @throws NoSuchReport if it is none
     */
    public static ReportId parse(String text) {
        try {
            return new ReportId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NoSuchReport();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
