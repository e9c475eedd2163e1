package br.com.redcheck.exam;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The masks over the images of an owner, those taken away included. */
interface ImageMasks extends Repository<ImageMask, UUID> {
    List<ImageMask> saveAll(Iterable<ImageMask> masks);

    @Query("""
            select m from ImageMask m, Instance i, Series s
            where m.instanceId = i.id and i.seriesId = s.id
              and m.owner = :owner and s.owner = :owner and s.examId = :exam
            order by m.frame, m.y, m.x""")
    List<ImageMask> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam);
}
