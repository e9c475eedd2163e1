package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Licences;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamProgress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners send in one go: begun with an announcement, finished when each of its files is settled. */
@Service
@Transactional
class Sendings {
    private final JdbcClient database;
    private final SentFiles files;
    private final SentImages images;
    private final FileKeys keys;
    private final SendingLimits limits;
    private final Licences licences;
    private final ExamProgress exams;
    private final AuditLog audit;
    private final Clock clock;

    Sendings(
            JdbcClient database,
            SentFiles files,
            SentImages images,
            FileKeys keys,
            SendingLimits limits,
            Licences licences,
            ExamProgress exams,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.images = images;
        this.keys = keys;
        this.limits = limits;
        this.licences = licences;
        this.exams = exams;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param files those announced, in the same order, with what is here of them
     * @param replaced ids of files that these have taken the place of, now withdrawn; their parts are to be discarded
     */
    record Begun(UUID id, List<SentFile> files, List<UUID> replaced) {}

    /**
     * Begins a sending, or goes on with an unfinished one that has some of the same files.
     *
     * @throws br.com.redcheck.accreditation.NotAccredited if the owner may not send exams now
     * @throws TooMuchToSend if it is more than the settings allow
     */
    Begun begin(OwnerId owner, Announcement announcement) {
        licences.requireSending(owner);
        limits.check(announcement.announced());
        SentFiles.Named wanted = keys.of(owner, announcement.announced());
        Optional<UUID> unfinished = unfinishedWith(owner, wanted.keys());
        UUID sending = unfinished.orElseGet(() -> make(owner, announcement.urgent()));
        List<SentFile> changed = files.changed(owner, wanted);
        add(owner, sending, announcement.announced(), wanted);
        changed.forEach(file -> withdraw(owner, file));
        if (announcement.closed()) {
            close(owner, sending);
        }
        if (unfinished.isEmpty()) {
            audit.record(owner, "sending.begun", sending);
        }
        return new Begun(
                sending,
                files.byKeys(owner, sending, wanted.keys()),
                changed.stream().map(SentFile::id).toList());
    }

    /**
     * Begins a sending of one file. A file of this key that was sent before, or is being sent, is answered as it is.
     *
     * @throws br.com.redcheck.accreditation.NotAccredited if the owner may not send exams now
     * @throws TooMuchToSend if it is more than the settings allow
     */
    SentFile beginOnce(OwnerId owner, Announcement.File file, boolean urgent) {
        licences.requireSending(owner);
        String key = keys.of(owner, List.of(file)).keys().get(0);
        oneAtATime(key);
        return files.newest(owner, key)
                .orElseGet(() -> begin(owner, new Announcement(urgent, true, List.of(file)))
                        .files()
                        .get(0));
    }

    /**
     * Adds one file to a sending that is not closed; one that it has already is answered as it is.
     *
     * @throws NoSuchSending if the owner has no such sending
     * @throws SendingClosed if no more files were to come
     */
    SentFile add(OwnerId owner, UUID sending, Announcement.File file) {
        licences.requireSending(owner);
        limits.check(List.of(file));
        SentFiles.Named wanted = keys.of(owner, List.of(file));
        Optional<SentFile> known =
                files.byKeys(owner, sending, wanted.keys()).stream().findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (lock(owner, sending)) {
            throw new SendingClosed();
        }
        add(owner, sending, List.of(file), wanted);
        return files.byKeys(owner, sending, wanted.keys()).get(0);
    }

    private void add(OwnerId owner, UUID sending, List<Announcement.File> announced, SentFiles.Named wanted) {
        lock(owner, sending);
        long added = files.add(
                owner,
                sending,
                wanted,
                announced.stream().map(Announcement.File::length).toList());
        limits.check(owner, sending, added);
        files.byKeys(owner, sending, wanted.keys()).stream()
                .filter(file -> file.complete() && file.state() == FileState.SENT)
                .forEach(empty -> files.takeIn(owner, empty));
        touch(owner, sending);
    }

    /** No more files will come: with the last of those that were announced, the exams are complete. */
    void close(OwnerId owner, UUID sending) {
        lock(owner, sending);
        database.sql("update sending set closed = true, touched_at = :now where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", sending)
                .param("now", now())
                .update();
        finishIfSettled(owner, sending);
    }

    /** A file has come to the end that its images say; with the last one, the sending is finished. */
    void settle(OwnerId owner, SentFile file) {
        settle(owner, file, images.stateOf(owner, file.id()));
    }

    /** A file has come to its end; with the last one, the sending is finished. */
    void settle(OwnerId owner, SentFile file, FileState state) {
        boolean closed = touch(owner, file.sending()); // the last two may settle at once: one of them waits here
        files.move(owner, file.id(), state);
        if (closed) {
            finishIfSettled(owner, file.sending());
        }
    }

    /** Takes one file back. One that has come wholly stays: then the answer is no. */
    boolean withdraw(OwnerId owner, SentFile file) {
        lock(owner, file.sending());
        boolean open = files.file(owner, file.sending(), file.id()).state().open();
        if (open) {
            settle(owner, file, FileState.WITHDRAWN);
        }
        return open;
    }

    /** Takes back what has not been sent wholly. Answers whether the sending is finished then. */
    boolean withdraw(OwnerId owner, UUID sending) {
        lock(owner, sending);
        database.sql("""
                        update sent_file set state = 'WITHDRAWN', touched_at = :now
                        where owner = :owner and sending = :sending and state in ('WAITING', 'RECEIVING')""")
                .param("owner", owner.value())
                .param("sending", sending)
                .param("now", now())
                .update();
        touch(owner, sending);
        close(owner, sending);
        return database.sql("select finished_at is not null from sending where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", sending)
                .query(Boolean.class)
                .single();
    }

    /** Takes back, as {@link #withdraw(OwnerId, UUID)} does, the unfinished sending of which nothing has come for the longest time. */
    Optional<UUID> withdrawOldest(OwnerId owner) {
        Optional<UUID> oldest = database.sql("""
                        select s.id from sending s where s.owner = :owner and s.finished_at is null
                        and exists (select from sent_file f where f.owner = :owner and f.sending = s.id
                                    and f.state in ('WAITING', 'RECEIVING'))
                        order by s.touched_at, s.id limit 1""")
                .param("owner", owner.value())
                .query(UUID.class)
                .optional();
        oldest.ifPresent(sending -> {
            withdraw(owner, sending);
            audit.record(owner, "sending.withdrawn", sending);
        });
        return oldest;
    }

    /** @throws NoSuchSending if the owner has no such sending */
    void require(OwnerId owner, UUID sending) {
        lock(owner, sending);
    }

    /** Forgets a sending; what came of it stays on the shelf. */
    void forget(OwnerId owner, UUID sending) {
        database.sql("delete from sending where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", sending)
                .update();
    }

    private void finishIfSettled(OwnerId owner, UUID sending) {
        int finished = database.sql("""
                        update sending set finished_at = :now where owner = :owner and id = :id and closed
                        and not exists (select from sent_file f where f.owner = :owner and f.sending = :id
                                        and f.state in ('WAITING', 'RECEIVING', 'SENT', 'CLEANING'))""")
                .param("owner", owner.value())
                .param("id", sending)
                .param("now", now())
                .update();
        if (finished > 0) {
            examsOf(owner, sending).forEach(exam -> exams.complete(owner, exam));
            audit.record(owner, "sending.finished", sending);
        }
    }

    /**
     * The exams of a sending, and those that missed files which have now come by it. In one order for all, so that two sendings of one exam
     * do not wait for each other.
     */
    private List<ExamId> examsOf(OwnerId owner, UUID sending) {
        return database.sql("""
                        select distinct i.exam from sent_image i join sent_file f on f.id = i.file
                        where f.owner = :owner and i.owner = :owner and i.exam is not null
                        and (f.sending = :sending or f.sending in (
                            select lost.sending from sent_file came join sent_file lost on lost.key = came.key
                            where came.owner = :owner and came.sending = :sending
                            and lost.owner = :owner and lost.state in ('WITHDRAWN', 'FAILED')))
                        order by i.exam""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query((row, number) -> new ExamId(row.getObject("exam", UUID.class)))
                .list();
    }

    private UUID make(OwnerId owner, boolean urgent) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into sending (id, owner, urgent, begun_at, touched_at, closed)
                        values (:id, :owner, :urgent, :now, :now, false)""")
                .param("id", id)
                .param("owner", owner.value())
                .param("urgent", urgent)
                .param("now", now())
                .update();
        return id;
    }

    /** The newest one that still waits for files and has one of these. */
    private Optional<UUID> unfinishedWith(OwnerId owner, List<String> wanted) {
        return database.sql("""
                        select s.id from sending s where s.owner = :owner and s.finished_at is null
                        and exists (select from sent_file f where f.owner = :owner and f.sending = s.id
                                    and f.key in (select decode(wanted_key, 'hex') from unnest(cast(:keys as text[])) wanted_key))
                        order by s.begun_at desc limit 1""")
                .param("owner", owner.value())
                .param("keys", "{" + String.join(",", wanted) + "}")
                .query(UUID.class)
                .optional();
    }

    /** Two requests of one key come one after the other: the second finds what the first has begun. */
    private void oneAtATime(String key) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", key)
                .query((row, number) -> key)
                .single();
    }

    /** Lets one at a time change a sending, as {@link #lock} does, and notes when; answers whether it is closed. */
    private boolean touch(OwnerId owner, UUID sending) {
        return database.sql("update sending set touched_at = :now where owner = :owner and id = :id returning closed")
                .param("owner", owner.value())
                .param("id", sending)
                .param("now", now())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NoSuchSending::new);
    }

    /** Lets one at a time change a sending; answers whether it is closed. */
    private boolean lock(OwnerId owner, UUID sending) {
        return database.sql("select closed from sending where owner = :owner and id = :id for update")
                .param("owner", owner.value())
                .param("id", sending)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NoSuchSending::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
