package br.com.redcheck.exam;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** How the images of an owner were cleaned. */
interface Cleanings extends Repository<Cleaning, UUID> {
    Optional<Cleaning> findByInstanceIdAndOwner(UUID instanceId, UUID owner);

    @Query("""
            select c from Cleaning c, Instance i, Series s
            where c.instanceId = i.id and i.seriesId = s.id
              and c.owner = :owner and s.owner = :owner and s.examId = :exam
            order by i.instanceNumber, i.sopUid""")
    List<Cleaning> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam);

    /** How many images of the exam still hold what may tell who the patient is. */
    @Query("""
            select count(c) from Cleaning c, Instance i, Series s
            where c.instanceId = i.id and i.seriesId = s.id and c.leakKind is not null
              and c.owner = :owner and s.owner = :owner and s.examId = :exam""")
    long leaking(@Param("owner") UUID owner, @Param("exam") UUID exam);
}
