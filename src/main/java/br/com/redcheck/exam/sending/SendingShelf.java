package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.Receipt.Outcome;
import br.com.redcheck.exam.sending.SendingView.ExamLine;
import br.com.redcheck.exam.sending.SendingView.FileLine;
import br.com.redcheck.exam.sending.SendingView.Note;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an owner has been sending, and how far it has come. */
@Service
@Transactional(readOnly = true)
class SendingShelf {
    /** How long a finished sending is still shown. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final JdbcClient database;
    private final Vault vault;
    private final Messages messages;
    private final Clock clock;

    SendingShelf(JdbcClient database, Vault vault, Messages messages, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sendings that are not finished, and those that finished a short time ago: first those of which files are missing, then the newest. */
    List<UUID> recent(OwnerId owner) {
        return database.sql("""
                        select id from sending s
                        where owner = :owner and (finished_at is null or finished_at > :since)
                        order by exists (select from sent_file f where f.owner = :owner and f.sending = s.id
                                         and f.state in ('WAITING', 'RECEIVING')) desc, begun_at desc
                        limit 20""")
                .param("owner", owner.value())
                .param("since", at(clock.instant().minus(RECENT)))
                .query(UUID.class)
                .list();
    }

    /** What an owner has announced and not sent, of all sendings, however many there are. */
    Missing missing(OwnerId owner) {
        return database.sql("""
                        select count(distinct sending) sendings, count(*) files from sent_file
                        where owner = :owner and state in ('WAITING', 'RECEIVING')""")
                .param("owner", owner.value())
                .query(Missing.class)
                .single();
    }

    /**
     * One sending.
     *
     * @param since files that have not changed from this moment on are only counted
     * @throws NoSuchSending if the owner has no such sending
     */
    SendingView view(OwnerId owner, UUID sending, Instant since, Locale language) {
        Head head = head(owner, sending);
        List<Count> counts = counts(owner, sending);
        Map<FileState, Integer> files = new EnumMap<>(FileState.class);
        counts.forEach(count -> files.put(count.state(), count.files()));
        return new SendingView(
                sending,
                head.urgent(),
                head.closed(),
                head.finished(),
                head.begunAt().toInstant(),
                files,
                counts.stream().mapToLong(Count::bytes).sum(),
                counts.stream().mapToLong(Count::received).sum(),
                changed(owner, sending, since, language),
                exams(owner, sending));
    }

    private Head head(OwnerId owner, UUID sending) {
        return database.sql("""
                        select urgent, closed, finished_at is not null finished, begun_at from sending
                        where owner = :owner and id = :id""")
                .param("owner", owner.value())
                .param("id", sending)
                .query(Head.class)
                .optional()
                .orElseThrow(NoSuchSending::new);
    }

    private List<Count> counts(OwnerId owner, UUID sending) {
        return database.sql("""
                        select state, count(*) files, sum(length) bytes, sum(received) received from sent_file
                        where owner = :owner and sending = :sending group by state""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query(Count.class)
                .list();
    }

    private List<FileLine> changed(OwnerId owner, UUID sending, Instant since, Locale language) {
        Map<UUID, List<Note>> notes = notes(owner, sending, since, language);
        return database.sql("""
                        select id, number, state, received,
                            (select exam from sent_image i where i.file = f.id and i.exam is not null order by i.number limit 1) exam
                        from sent_file f
                        where owner = :owner and sending = :sending and touched_at >= :since order by number""")
                .param("owner", owner.value())
                .param("sending", sending)
                .param("since", at(since))
                .query((row, line) -> new FileLine(
                        row.getInt("number"),
                        FileState.valueOf(row.getString("state")),
                        row.getLong("received"),
                        row.getObject("exam", UUID.class),
                        notes.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private Map<UUID, List<Note>> notes(OwnerId owner, UUID sending, Instant since, Locale language) {
        return database
                .sql("""
                        select i.file, i.outcome, i.reason, i.reason_arguments, i.path
                        from sent_image i join sent_file f on f.id = i.file
                        where i.owner = :owner and f.owner = :owner and f.sending = :sending and f.touched_at >= :since
                          and i.outcome <> 'STORED' order by i.file, i.number limit 1000""")
                .param("owner", owner.value())
                .param("sending", sending)
                .param("since", at(since))
                .query((row, number) -> Map.entry(row.getObject("file", UUID.class), note(owner, row, language)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Note note(OwnerId owner, ResultSet row, Locale language) throws SQLException {
        byte[] path = row.getBytes("path");
        return new Note(
                path == null ? "" : vault.openText(owner, SentImages.PATH, path),
                Outcome.valueOf(row.getString("outcome")),
                reason(row, language));
    }

    private @Nullable String reason(ResultSet row, Locale language) throws SQLException {
        String key = row.getString("reason");
        return key == null
                ? null
                : messages.text(language, key, (Object[])
                        row.getArray("reason_arguments").getArray());
    }

    private List<ExamLine> exams(OwnerId owner, UUID sending) {
        return database.sql("""
                        select e.id, e.modality, e.state, e.done_steps, e.all_steps, e.state_since, s.images
                        from exam e join (
                            select i.exam, count(*) images from sent_image i join sent_file f on f.id = i.file
                            where i.owner = :owner and f.owner = :owner and f.sending = :sending and i.exam is not null
                            group by i.exam) s on s.exam = e.id
                        where e.owner = :owner order by e.received_at desc, e.id limit 200""")
                .param("owner", owner.value())
                .param("sending", sending)
                .query((row, number) -> examLine(row))
                .list();
    }

    private static ExamLine examLine(ResultSet row) throws SQLException {
        ExamState state = ExamState.valueOf(row.getString("state"));
        return new ExamLine(
                row.getObject("id", UUID.class),
                row.getString("modality"),
                state,
                row.getInt("images"),
                row.getInt("done_steps"),
                row.getInt("all_steps"),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                state.settled());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param sendings of which files are missing
     * @param files whose bytes are still to come
     */
    record Missing(int sendings, int files) {}

    private record Head(boolean urgent, boolean closed, boolean finished, OffsetDateTime begunAt) {}

    private record Count(FileState state, int files, long bytes, long received) {}
}
