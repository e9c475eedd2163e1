package br.com.redcheck.exam;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The images of an owner's exams. */
interface Instances extends Repository<Instance, UUID> {
    /** Returns 1 if the image was added, 0 if the owner had it already. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into instance (id, series_id, owner, sop_uid, instance_number, slice_position, frames, viewable, blob, uncovered,
                                          bytes, sha256, received_at)
                    values (:id, :series, :owner, :sopUid, cast(:number as int), cast(:position as double precision), :frames, :viewable, :blob,
                            cast(:uncovered as uuid), :bytes, :sha256, :now)
                    on conflict on constraint instance_once_per_owner do nothing""")
    int addIfNew(
            @Param("id") UUID id,
            @Param("series") UUID series,
            @Param("owner") UUID owner,
            @Param("sopUid") String sopUid,
            @Param("number") @Nullable Integer number,
            @Param("position") @Nullable Double position,
            @Param("frames") int frames,
            @Param("viewable") boolean viewable,
            @Param("blob") UUID blob,
            @Param("uncovered") @Nullable UUID uncovered,
            @Param("bytes") long bytes,
            @Param("sha256") String sha256,
            @Param("now") Instant now);

    /** This image of the owner's, if it is here already. */
    @Query("""
            select new br.com.redcheck.exam.HeldImage(s.examId, i.blob, i.uncovered, c.originalSha256,
                (select count(m) from ImageMask m where m.instanceId = i.id and m.owner = :owner))
            from Series s, Instance i, Cleaning c
            where i.seriesId = s.id and c.instanceId = i.id and i.owner = :owner and i.sopUid = :sopUid""")
    Optional<HeldImage> held(@Param("owner") UUID owner, @Param("sopUid") String sopUid);

    @Query("""
            select i from Instance i, Series s
            where i.seriesId = s.id and s.owner = :owner and i.owner = :owner and s.examId = :exam
            order by i.instanceNumber, i.sopUid""")
    List<Instance> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam);

    /** The exam's images as a radiologist goes through them: from the head down where they say where they lie, else by their numbers. */
    @Query("""
            select i from Instance i, Series s
            where i.seriesId = s.id and s.owner = :owner and i.owner = :owner and s.examId = :exam
            order by i.slicePosition desc nulls last, i.instanceNumber, i.sopUid""")
    List<Instance> inSliceOrder(@Param("owner") UUID owner, @Param("exam") UUID exam);

    /** One image, if it is the exam's. */
    @Query("""
            select i from Instance i, Series s
            where i.seriesId = s.id and s.owner = :owner and i.owner = :owner and s.examId = :exam and i.id = :id""")
    Optional<Instance> ofExam(@Param("owner") UUID owner, @Param("exam") UUID exam, @Param("id") UUID id);

    /** How many images of the exam have masks that the doctor has not judged. */
    @Query("""
            select count(i) from Instance i, Series s
            where i.seriesId = s.id and s.owner = :owner and i.owner = :owner and s.examId = :exam
              and i.uncovered is not null""")
    long unjudged(@Param("owner") UUID owner, @Param("exam") UUID exam);

    /** The exam's images in which the check found something. */
    @Query("""
            select i from Instance i, Cleaning c, Series s
            where i.seriesId = s.id and c.instanceId = i.id and c.leakKind is not null
              and s.owner = :owner and i.owner = :owner and s.examId = :exam""")
    List<Instance> leaking(@Param("owner") UUID owner, @Param("exam") UUID exam);

    /** Removes an image that no network has read; its cleaning and its masks go with it. */
    @Modifying
    @Query("delete from Instance i where i.owner = :owner and i.id = :id")
    void forget(@Param("owner") UUID owner, @Param("id") UUID id);

    Optional<Instance> findByIdAndOwner(UUID id, UUID owner);
}
