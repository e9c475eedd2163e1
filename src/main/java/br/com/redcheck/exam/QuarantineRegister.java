package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.dicom.Leak;
import br.com.redcheck.vault.BlobRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows what is in quarantine, and strikes it off. */
@Service
@Transactional
class QuarantineRegister {
    private final Exams exams;
    private final Instances instances;
    private final Cleanings cleanings;
    private final ToldIdentity told;
    private final ExamProgress progress;
    private final AuditLog audit;

    QuarantineRegister(
            Exams exams,
            Instances instances,
            Cleanings cleanings,
            ToldIdentity told,
            ExamProgress progress,
            AuditLog audit) {
        this.exams = exams;
        this.instances = instances;
        this.cleanings = cleanings;
        this.told = told;
        this.progress = progress;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<Leak> findings(OwnerId owner, ExamId exam) {
        return cleanings.ofExam(owner.value(), exam.value()).stream()
                .flatMap(cleaning -> cleaning.leak().stream())
                .distinct()
                .toList();
    }

    @Transactional(readOnly = true)
    boolean holds(OwnerId owner, ExamId exam) {
        return exams.summary(owner.value(), exam.value()).isPresent();
    }

    /** The exam's images; none if it is gone. */
    @Transactional(readOnly = true)
    List<Instance> images(OwnerId owner, ExamId exam) {
        return instances.ofExam(owner.value(), exam.value());
    }

    /**
     * Writes down what a search for what was told of the patient has found, unless it was told anew meanwhile, for which there is a
     * search of its own.
     *
     * @param toldSince since when it had been told what was searched for
     * @param found what is in each image that was searched, if anything
     */
    void searched(OwnerId owner, ExamId exam, Optional<Instant> toldSince, Map<UUID, Optional<Leak>> found) {
        boolean gone = exams.lock(owner.value(), exam.value()).isEmpty();
        if (gone || !told.since(owner, exam).equals(toldSince)) {
            return;
        }
        found.forEach((image, leak) -> cleanings
                .findByInstanceIdAndOwner(image, owner.value())
                .ifPresent(cleaning -> cleaning.searched(leak)));
        progress.searched(owner, exam);
        if (found.values().stream().anyMatch(Optional::isPresent)) {
            audit.record(owner, "exam.identity-found", exam.value());
        }
    }

    /**
     * Strikes the images off that may tell who the patient is.
     *
     * @return their blobs, which nothing names any more
     * @throws NoSuchExam if the owner has no such exam
     */
    List<BlobRef> forget(OwnerId owner, ExamId exam) {
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
        return concerned.stream()
                .flatMap(image -> Stream.concat(Stream.of(image.blob()), image.uncovered().stream()))
                .toList();
    }
}
