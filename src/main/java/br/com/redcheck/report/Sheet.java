package br.com.redcheck.report;

import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.reading.ReadingView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the printed report shows.
 *
 * @param logo address that holds the picture, null without one
 * @param earlier what it adds to or replaces, null for one that stands by itself
 * @param result of a network, null if the doctor wants none
 * @param certified whether the signature of the doctor's own certificate is put into the file afterwards
 * @param verification null for a preview, which is nothing that anybody could verify
 */
record Sheet(
        ReportId id,
        Kind kind,
        Letterhead letterhead,
        @Nullable String logo,
        @Nullable SignedReport earlier,
        Identity patient,
        ExamSummary exam,
        ReportText text,
        List<Printed> pictures,
        @Nullable ReadingView result,
        Signer signer,
        Instant signedAt,
        boolean certified,
        @Nullable Verification verification) {
    /**
     * A picture as it is printed.
     *
     * @param address that holds it
     */
    record Printed(String address, boolean heatMap, String caption) {}

    /**
     * Where the report can be verified.
     *
     * @param qrCode address that holds the picture
     */
    record Verification(String address, String qrCode) {}

    /** The middle of the CPF, as offices print it; empty without one. */
    public String cpf() {
        return patient.cpf()
                .map(cpf -> "***." + cpf.written().substring(4, 11) + "-**")
                .orElse("");
    }

    @Override
    public String toString() {
        return "Sheet[" + id + "]";
    }
}
