package br.com.redcheck.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** What the networks said; every question names the owner. */
interface Readings extends Repository<Reading, UUID> {
    Reading save(Reading reading);

    /** The reading of exactly this input by exactly this network, if it was made already. */
    Optional<Reading> findByOwnerAndSubjectAndModelAndVersionAndInputSha256(
            UUID owner, UUID subject, String model, String version, String inputSha256);

    /** The exam's readings, the newest first. */
    @Query("select r from Reading r where r.owner = :owner and r.examId = :exam order by r.readAt desc, r.id")
    List<Reading> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam);

    @Query(
            "select r from Reading r left join fetch r.slices where r.owner = :owner and r.examId = :exam and r.id = :id")
    Optional<Reading> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam, @Param("id") UUID id);
}
