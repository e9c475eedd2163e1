package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.platform.events.Channel;
import br.com.redcheck.platform.events.EventStreams;
import br.com.redcheck.platform.events.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events about exams that somebody is watching. */
@Component
class ProgressStreams {
    private final JdbcClient database;
    private final Channel<Watched, Progress> channel;

    ProgressStreams(EventStreams streams, JdbcClient database) {
        this.database = database;
        this.channel = streams.channel(this::look);
    }

    /** @param account of the person who watches */
    SseEmitter follow(UUID account, OwnerId owner, ExamId exam) {
        return channel.follow(
                account,
                new Watched(owner.value(), exam.value()),
                progress -> new Told(List.of(SseEmitter.event().name("progress").data(progress)), progress.settled()));
    }

    private Map<Watched, Progress> look(Set<Watched> exams) {
        return database
                .sql("select owner, id, state, done, all_of_it, ahead from watched_exams(:owners, :exams)")
                .param("owners", exams.stream().map(Watched::owner).toArray(UUID[]::new))
                .param("exams", exams.stream().map(Watched::exam).toArray(UUID[]::new))
                .query((row, number) -> {
                    ExamState state = ExamState.valueOf(row.getString("state"));
                    return Map.entry(
                            new Watched(row.getObject("owner", UUID.class), row.getObject("id", UUID.class)),
                            new Progress(
                                    state,
                                    row.getInt("done"),
                                    row.getInt("all_of_it"),
                                    row.getLong("ahead"),
                                    state.settled()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Watched(UUID owner, UUID exam) {}

    /**
     * @param done images read
     * @param all images to read
     * @param ahead exams before this one in the queue
     * @param settled whether the result, or the reason why there is none, is there
     */
    record Progress(ExamState state, int done, int all, long ahead, boolean settled) {}
}
