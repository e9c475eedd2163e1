package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports that an owner's doctors have signed. Who reads them out, and puts that on record, is the caller's to say. */
@Service
@Transactional(readOnly = true)
public class SignedReports {
    private final ReportRows rows;
    private final ReportSeal seal;
    private final Vault vault;

    SignedReports(ReportRows rows, ReportSeal seal, Vault vault) {
        this.rows = rows;
        this.seal = seal;
        this.vault = vault;
    }

    /** One report; empty if the owner has none of this id. */
    public Optional<SignedReport> find(OwnerId owner, ReportId id) {
        return rows.find(owner, id);
    }

    /** All reports of an exam in the order in which they were signed. */
    public List<SignedReport> ofExam(OwnerId owner, ExamId exam) {
        return rows.ofExam(owner, exam);
    }

    /**
     * The PDF exactly as it was signed.
     *
     * @throws NoSuchReport if the owner has none of this id
     */
    public InputStream pdf(OwnerId owner, ReportId id) throws IOException {
        return vault.open(
                owner, rows.sealed(owner, id).orElseThrow(NoSuchReport::new).pdf());
    }

    /**
     * Whom a report says it is about, as it was at signing, for the platform to compare with; nobody sees it, so it is not on record.
     *
     * @throws NoSuchReport if the owner has none of this id
     */
    public Identity patient(OwnerId owner, ReportId id) {
        return seal.openIdentity(
                owner, rows.sealed(owner, id).orElseThrow(NoSuchReport::new).identity());
    }
}
