package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.dicom.Leak;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Images in which the check found what may tell who the patient is: no one uses them, and their doctor may throw them away. */
@Service
class Quarantine {
    private final Exams exams;
    private final Instances instances;
    private final Cleanings cleanings;
    private final ExamProgress progress;
    private final AuditLog audit;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Quarantine(
            Exams exams,
            Instances instances,
            Cleanings cleanings,
            ExamProgress progress,
            AuditLog audit,
            Vault vault,
            TransactionTemplate transaction) {
        this.exams = exams;
        this.instances = instances;
        this.cleanings = cleanings;
        this.progress = progress;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** What was found, each kind and place once. */
    List<Leak> findings(OwnerId owner, ExamId exam) {
        return cleanings.ofExam(owner.value(), exam.value()).stream()
                .flatMap(cleaning -> cleaning.leak().stream())
                .distinct()
                .toList();
    }

    /**
     * Destroys the images concerned. The exam goes on with the others, and is gone if there are none.
     *
     * @return whether the exam is still there
     */
    boolean discard(OwnerId owner, ExamId exam) throws IOException {
        List<Instance> concerned = transaction.execute(status -> forget(owner, exam));
        for (Instance image : concerned) {
            for (BlobRef blob : Stream.concat(Stream.of(image.blob()), image.uncovered().stream())
                    .toList()) {
                vault.delete(owner, blob);
            }
        }
        return exams.summary(owner.value(), exam.value()).isPresent();
    }

    private List<Instance> forget(OwnerId owner, ExamId exam) {
        if (exams.lock(owner.value(), exam.value()).isEmpty()) {
            throw new NoSuchExam();
        }
        List<Instance> concerned = instances.leaking(owner.value(), exam.value());
        concerned.forEach(image -> {
            instances.forget(owner.value(), image.id());
            audit.record(owner, "image.discarded", image.id());
        });
        if (instances.ofExam(owner.value(), exam.value()).isEmpty()) {
            exams.forget(owner.value(), exam.value());
        } else if (!concerned.isEmpty()) {
            progress.proceed(owner, exam);
        }
        return concerned;
    }
}
