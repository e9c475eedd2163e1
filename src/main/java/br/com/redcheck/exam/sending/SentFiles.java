package br.com.redcheck.exam.sending;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.pipeline.Pipeline;
import br.com.redcheck.vault.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of sendings and their sealed parts. */
@Service
@Transactional
class SentFiles {
    private static final String COLUMNS = "id, sending, number, length, received, state";

    private final JdbcClient database;
    private final Pipeline pipeline;
    private final Clock clock;

    SentFiles(JdbcClient database, Pipeline pipeline, Clock clock) {
        this.database = database;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /**
     * One file.
     *
     * @throws NoSuchSending if the owner has none of this id in that sending, or has withdrawn it
     */
    SentFile file(OwnerId owner, UUID sending, UUID file) {
        return database.sql("select " + COLUMNS
                        + " from sent_file where owner = :owner and sending = :sending and id = :id")
                .param("owner", owner.value())
                .param("sending", sending)
                .param("id", file)
                .query(SentFiles::row)
                .optional()
                .filter(found -> found.state() != FileState.WITHDRAWN)
                .orElseThrow(NoSuchSending::new);
    }

    /** Adds files to a sending, in their order; those that it has stay as they are. Answers how many bytes are to come of the others. */
    long add(OwnerId owner, UUID sending, Named named, List<Long> lengths) {
        return database.sql("""
                        with added as (
                        insert into sent_file (id, sending, owner, number, key, place, length, state, touched_at)
                        select gen_random_uuid(), :sending, :owner, last.number + f.ordinal, decode(f.key, 'hex'),
                               decode(nullif(f.place, ''), 'hex'), f.length, case f.length when 0 then 'SENT' else 'WAITING' end, :now
                        from unnest(cast(:keys as text[]), cast(:places as text[]), cast(:lengths as bigint[]))
                                 with ordinality f (key, place, length, ordinal),
                             (select coalesce(max(number), 0) number from sent_file where owner = :owner and sending = :sending) last
                        on conflict on constraint sent_file_once do nothing returning length)
                        select coalesce(sum(length), 0) from added""")
                .param("sending", sending)
                .param("owner", owner.value())
                .param("keys", array(named.keys()))
                .param("places", array(named.places()))
                .param("lengths", array(lengths))
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /**
     * Files whose bytes will never come, for others have taken their places: they have the names of some of these, and other keys. Only
     * where these are the same folder, so that at least half of what was announced before is announced again, or the same single file: two
     * CDs have the same names for other images.
     */
    List<SentFile> changed(OwnerId owner, Named named) {
        return database.sql("""
                        with wanted as (
                            select decode(w.key, 'hex') key, decode(nullif(w.place, ''), 'hex') place
                            from unnest(cast(:keys as text[]), cast(:places as text[])) w (key, place)),
                        same as (
                            select sending from sent_file where owner = :owner and sending in (
                                select f.sending from sent_file f join wanted w on f.place = w.place
                                where f.owner = :owner and f.state in ('WAITING', 'RECEIVING'))
                            group by sending
                            having 2 * count(*) filter (where key in (select key from wanted)) >= count(*)
                                or count(*) = 1 and (select count(*) from wanted) = 1)
                        select\s""" + COLUMNS + """
                         from sent_file where owner = :owner and sending in (select sending from same)
                        and state in ('WAITING', 'RECEIVING') and place in (select place from wanted)
                        and key not in (select key from wanted) order by sending, number""")
                .param("owner", owner.value())
                .param("keys", array(named.keys()))
                .param("places", array(named.places()))
                .query(SentFiles::row)
                .list();
    }

    /** The files of a sending, found by their keys, in the order of these. */
    List<SentFile> byKeys(OwnerId owner, UUID sending, List<String> keys) {
        return database.sql("select " + COLUMNS + """
                         from sent_file
                        join unnest(cast(:keys as text[])) with ordinality wanted (wanted_key, ordinal)
                            on key = decode(wanted_key, 'hex')
                        where owner = :owner and sending = :sending order by ordinal""")
                .param("owner", owner.value())
                .param("sending", sending)
                .param("keys", array(keys))
                .query(SentFiles::row)
                .list();
    }

    /** The file of this key that was announced or sent last and was not taken back, in whatever sending. */
    @Transactional(readOnly = true)
    Optional<SentFile> newest(OwnerId owner, String key) {
        return database.sql("select " + COLUMNS + """
                         from sent_file
                        where owner = :owner and key = decode(:key, 'hex') and state <> 'WITHDRAWN'
                        order by touched_at desc, id limit 1""")
                .param("owner", owner.value())
                .param("key", key)
                .query(SentFiles::row)
                .optional();
    }

    /**
     * Writes down a sealed part. The file's last one puts its intake into the pipeline, in the same transaction: from then on it is
     * acknowledged.
     *
     * @param crumb the part before, if its bytes are in this blob too
     * @return the file as it is then; empty if the part does not begin where the bytes that are here end
     */
    Optional<SentFile> append(OwnerId owner, SentFile file, long length, BlobRef blob, Optional<Part> crumb) {
        Optional<SentFile> after = database.sql("""
                        update sent_file set received = received + :part, touched_at = :now,
                            state = case when received + :part = length then 'SENT' else 'RECEIVING' end
                        where owner = :owner and id = :id and received = :starts and state in ('WAITING', 'RECEIVING')
                        returning\s""" + COLUMNS)
                .param("owner", owner.value())
                .param("id", file.id())
                .param("starts", file.received())
                .param("part", length)
                .param("now", now())
                .query(SentFiles::row)
                .optional();
        after.ifPresent(kept -> {
            crumb.ifPresentOrElse(
                    part -> growPart(owner, part, length, blob), () -> addPart(owner, file, length, blob));
            if (kept.complete()) {
                takeIn(owner, kept);
            }
        });
        return after;
    }

    private void addPart(OwnerId owner, SentFile file, long length, BlobRef blob) {
        database.sql("""
                        insert into sent_part (file, owner, starts, length, blob)
                        values (:file, :owner, :starts, :length, :blob)""")
                .param("file", file.id())
                .param("owner", owner.value())
                .param("starts", file.received())
                .param("length", length)
                .param("blob", blob.id())
                .update();
    }

    /** A part that was sealed anew with what follows it. */
    private void growPart(OwnerId owner, Part part, long length, BlobRef blob) {
        database.sql("""
                        update sent_part set length = length + :length, blob = :blob
                        where owner = :owner and file = :file and starts = :starts""")
                .param("owner", owner.value())
                .param("file", part.file())
                .param("starts", part.starts())
                .param("length", length)
                .param("blob", blob.id())
                .update();
    }

    /** The part that came last of a file. */
    @Transactional(readOnly = true)
    Optional<Part> lastPart(OwnerId owner, SentFile file) {
        return database.sql("""
                        select file, starts, length, blob from sent_part
                        where owner = :owner and file = :file order by starts desc limit 1""")
                .param("owner", owner.value())
                .param("file", file.id())
                .query((row, number) -> new Part(
                        row.getObject("file", UUID.class),
                        row.getLong("starts"),
                        row.getLong("length"),
                        new BlobRef(row.getObject("blob", UUID.class))))
                .optional();
    }

    /**
     * Bytes of a file that are here.
     *
     * @param starts where they begin in the file
     */
    record Part(UUID file, long starts, long length, BlobRef blob) {}

    /** Puts the intake of a file that is here into the pipeline. */
    void takeIn(OwnerId owner, SentFile file) {
        boolean urgent = database.sql("select urgent from sending where owner = :owner and id = :sending")
                .param("owner", owner.value())
                .param("sending", file.sending())
                .query(Boolean.class)
                .single();
        pipeline.put(owner, FileIntake.KIND, file.id(), clock.instant(), urgent);
    }

    /** The parts of a file in their order. */
    @Transactional(readOnly = true)
    List<BlobRef> parts(OwnerId owner, UUID file) {
        return database.sql("select blob from sent_part where owner = :owner and file = :file order by starts")
                .param("owner", owner.value())
                .param("file", file)
                .query((row, number) -> new BlobRef(row.getObject("blob", UUID.class)))
                .list();
    }

    /** All files of a sending. */
    @Transactional(readOnly = true)
    List<UUID> of(OwnerId owner, UUID sending) {
        return database.sql("select id from sent_file where owner = :owner and sending = :sending")
                .param("owner", owner.value())
                .param("sending", sending)
                .query(UUID.class)
                .list();
    }

    /** Files of a sending that were taken back. */
    @Transactional(readOnly = true)
    List<UUID> withdrawn(OwnerId owner, UUID sending) {
        return database.sql("""
                        select id from sent_file where owner = :owner and sending = :sending and state = 'WITHDRAWN'""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query(UUID.class)
                .list();
    }

    /** Forgets a part whose bytes are gone. */
    void forgetPart(OwnerId owner, UUID file, BlobRef blob) {
        database.sql("delete from sent_part where owner = :owner and file = :file and blob = :blob")
                .param("owner", owner.value())
                .param("file", file)
                .param("blob", blob.id())
                .update();
    }

    /**
     * What files are known by here, see {@link FileKeys}.
     *
     * @param places empty where none was told
     */
    record Named(List<String> keys, List<String> places) {}

    /**
     * A file that is being taken in.
     *
     * @param before as it was until now
     * @param urgent whether it is an emergency
     * @param alone whether it is the only one of its sending
     * @param known how many of its images have been written down by an earlier try
     * @param parts in their order
     */
    record Begun(SentFile before, boolean urgent, boolean alone, int known, List<BlobRef> parts) {}

    /** Marks a file whose sender has nothing more to do as being cleaned; empty if it is settled. */
    @DurableLater
    Optional<Begun> clean(OwnerId owner, UUID file) {
        Optional<Begun> begun = database.sql("select " + COLUMNS + """
                        , (select urgent from sending s where s.owner = :owner and s.id = f.sending) urgent,
                        not exists (select from sent_file o
                            where o.owner = :owner and o.sending = f.sending and o.id <> f.id) alone,
                        (select count(*) from sent_image i where i.owner = :owner and i.file = f.id) known
                        from sent_file f
                        where owner = :owner and id = :id and state in ('SENT', 'CLEANING', 'FAILED') for update""")
                .param("owner", owner.value())
                .param("id", file)
                .query((row, number) -> new Begun(
                        row(row, number),
                        row.getBoolean("urgent"),
                        row.getBoolean("alone"),
                        row.getInt("known"),
                        parts(owner, file)))
                .optional();
        begun.ifPresent(found -> move(owner, file, FileState.CLEANING));
        return begun;
    }

    /** Lets a file be in another state. */
    void move(OwnerId owner, UUID file, FileState state) {
        database.sql("update sent_file set state = :state, touched_at = :now where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", file)
                .param("state", state.name())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Hexadecimal and numbers alone: nothing in them needs an escape. */
    private static String array(List<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    static SentFile row(ResultSet row, int number) throws SQLException {
        return new SentFile(
                row.getObject("id", UUID.class),
                row.getObject("sending", UUID.class),
                row.getInt("number"),
                row.getLong("length"),
                row.getLong("received"),
                FileState.valueOf(row.getString("state")));
    }
}
