package br.com.redcheck.exam;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The series of an owner's exams. */
interface SeriesOfExams extends Repository<Series, UUID> {
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into series (id, exam_id, owner, series_uid, modality)
                    values (:id, :exam, :owner, :seriesUid, :modality)
                    on conflict on constraint series_once_per_exam do nothing""")
    void addIfNew(
            @Param("id") UUID id,
            @Param("exam") UUID exam,
            @Param("owner") UUID owner,
            @Param("seriesUid") String seriesUid,
            @Param("modality") String modality);

    @Query("select s from Series s where s.owner = :owner and s.examId = :exam and s.seriesUid = :seriesUid")
    Optional<Series> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam, @Param("seriesUid") String seriesUid);

    @Query("select s from Series s where s.owner = :owner and s.examId = :exam order by s.seriesUid")
    List<Series> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam);
}
