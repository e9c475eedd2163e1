package br.com.redcheck.exam;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Every question here names the owner, so no caller can forget to; only the queue is counted across owners. */
interface Exams extends Repository<Exam, UUID> {
    /**
     * Two files of one study and patient may arrive at once: the first makes the exam, the second finds it. When it was last said that images are
     * coming is said with the first of them.
     */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into exam (id, owner, study_uid, modality, patient_sex, patient_age, patient_pseudonym, received_at,
                                      state, state_since, done_steps, all_steps)
                    values (:id, :owner, :studyUid, :modality, :sex, :age, :pseudonym, :now, 'ARRIVING', 'epoch', 0, 0)
                    on conflict do nothing""")
    void addIfNew(
            @Param("id") UUID id,
            @Param("owner") UUID owner,
            @Param("studyUid") String studyUid,
            @Param("modality") String modality,
            @Param("sex") @Nullable String sex,
            @Param("age") @Nullable String age,
            @Param("pseudonym") @Nullable String pseudonym,
            @Param("now") Instant now);

    String OF_STUDY = """
            e.owner = :owner and e.studyUid = :studyUid and coalesce(e.patientPseudonym, '') = :pseudonym""";

    /** @param pseudonym empty if the images do not say whose they are */
    @Query("select e.id from Exam e where " + OF_STUDY)
    Optional<UUID> ofStudy(
            @Param("owner") UUID owner, @Param("studyUid") String studyUid, @Param("pseudonym") String pseudonym);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Exam e where " + OF_STUDY)
    Optional<Exam> lockByStudy(
            @Param("owner") UUID owner, @Param("studyUid") String studyUid, @Param("pseudonym") String pseudonym);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Exam e where e.owner = :owner and e.id = :id")
    Optional<Exam> lock(@Param("owner") UUID owner, @Param("id") UUID id);

    String SUMMARY = """
            select new br.com.redcheck.exam.ExamSummary(new br.com.redcheck.exam.ExamId(e.id), e.modality,
                e.patientSex, e.patientAge,
                (select count(i) from Instance i, Series s where i.seriesId = s.id and s.examId = e.id),
                e.receivedAt, e.state, e.stateSince, e.doneSteps, e.allSteps, e.suspected, e.positive,
                e.filesAnnounced, e.filesCame)
            from Exam e where e.owner = :owner""";

    @Query(SUMMARY + " and e.id = :id")
    Optional<ExamSummary> summary(@Param("owner") UUID owner, @Param("id") UUID id);

    /** Other exams of the same patient, the newest first. */
    @Query(SUMMARY + """
             and e.id <> :id
             and e.patientPseudonym = (select o.patientPseudonym from Exam o where o.owner = :owner and o.id = :id)
            order by e.receivedAt desc, e.id""")
    List<ExamSummary> ofSamePatient(@Param("owner") UUID owner, @Param("id") UUID id, Limit most);

    /** The owner's exams, the newest first. */
    @Query(SUMMARY + " order by e.receivedAt desc, e.id")
    List<ExamSummary> newest(@Param("owner") UUID owner, Limit most);

    /** The exams that come after one of the owner's where the newest is the first. */
    @Query(SUMMARY + """
             and e.receivedAt <= :receivedAt and (e.receivedAt < :receivedAt or e.id > :id)
            order by e.receivedAt desc, e.id""")
    List<ExamSummary> after(
            @Param("owner") UUID owner, @Param("receivedAt") Instant receivedAt, @Param("id") UUID id, Limit most);

    /** Removes an exam that has no images; its series go with it. */
    @Modifying
    @Query("delete from Exam e where e.owner = :owner and e.id = :id")
    void forget(@Param("owner") UUID owner, @Param("id") UUID id);

    /** How many exams, of whomever, were queued before this moment and still wait or are being read. */
    @Query(nativeQuery = true, value = "select exams_waiting_before(:moment)")
    long waitingBefore(@Param("moment") Instant moment);
}
