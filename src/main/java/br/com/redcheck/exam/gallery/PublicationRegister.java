package br.com.redcheck.exam.gallery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.gallery.PublicationRows.Standing;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.vault.Destruction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is published and what is taken back. */
@Service
@Transactional
class PublicationRegister {
    private final PublicationRows rows;
    private final Destruction destruction;
    private final AuditLog audit;
    private final Clock clock;

    PublicationRegister(PublicationRows rows, Destruction destruction, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.destruction = destruction;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Standing> standing(OwnerId owner, ExamId exam) {
        return rows.standing(owner, exam);
    }

    /** @throws NotPublishable if somebody was faster */
    void published(OwnerId owner, ExamId exam, Publication publication, List<PublishedImage> images) {
        if (!rows.add(owner, exam, publication)) {
            throw NotPublishable.alreadyPublished();
        }
        images.forEach(image -> rows.add(owner, publication.id(), image));
        audit.record(owner, "exam.published", exam.value());
    }

    /** Takes an exam out of the gallery; one that is not in it stays so. */
    void withdraw(OwnerId owner, ExamId exam) {
        rows.standing(owner, exam).map(Standing::id).ifPresent(id -> withdraw(owner, id));
    }

    /** Takes all of a patient's exams out of the gallery. */
    void withdraw(OwnerId owner, PatientId patient) {
        rows.ofPatient(owner, patient).forEach(id -> withdraw(owner, id));
    }

    private void withdraw(OwnerId owner, PublicationId id) {
        destruction.withKeys(id.key(), rows.blobs(owner, id));
        rows.withdraw(owner, id, clock.instant());
        audit.record(owner, "publication.withdrawn", id.value());
    }
}
