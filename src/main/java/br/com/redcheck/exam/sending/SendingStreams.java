package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.platform.events.Channel;
import br.com.redcheck.platform.events.EventStreams;
import br.com.redcheck.platform.events.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Server-sent events about the sendings of an owner whose page is open.
 *
 * <p>An event's id is its moment. What has changed up to five seconds before it is told again in the next one: a transaction may be
 * seen later than the moment it writes down.
 */
@Component
class SendingStreams {
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final SendingShelf shelf;
    private final JdbcClient database;
    private final Clock clock;
    private final Channel<OwnerId, String> channel;

    SendingStreams(EventStreams streams, SendingShelf shelf, JdbcClient database, Clock clock) {
        this.shelf = shelf;
        this.database = database;
        this.clock = clock;
        this.channel = streams.channel(this::look);
    }

    /**
     * Lets a page follow an owner's sendings.
     *
     * @param account of the person whose page it is
     * @param last the id of the last event that the page has heard, if any
     */
    SseEmitter follow(UUID account, OwnerId owner, @Nullable String last, Locale language) {
        Listener listener = new Listener(owner, language, last == null ? Instant.EPOCH : momentOf(last));
        return channel.follow(account, owner, pulse -> new Told(listener.news(), false));
    }

    /** When something of an owner's was last seen to happen: another text each time, as long as more may come of it. */
    private Map<OwnerId, String> look(Set<OwnerId> owners) {
        return database
                .sql("select owner, pulse from sendings_pulse(:owners, :recent)")
                .param("owners", owners.stream().map(OwnerId::value).toArray(UUID[]::new))
                .param("recent", clock.instant().minus(OVERLAP).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        Map.entry(new OwnerId(row.getObject("owner", UUID.class)), row.getString("pulse")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** From the beginning, if it is no id of ours. */
    private static Instant momentOf(String id) {
        return id.matches("\\d{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(id)).minus(OVERLAP)
                : Instant.EPOCH;
    }

    /** What a page has heard. */
    private final class Listener {
        private final OwnerId owner;
        private final Locale language;
        private final Map<UUID, SendingView> told = new HashMap<>();
        private Instant since;

        Listener(OwnerId owner, Locale language, Instant since) {
            this.owner = owner;
            this.language = language;
            this.since = since;
        }

        List<SseEventBuilder> news() {
            Instant now = clock.instant();
            List<SseEventBuilder> news = new ArrayList<>();
            for (UUID sending : shelf.recent(owner)) {
                if (!hasHeardTheEndOf(sending)) {
                    view(sending).filter(this::isNew).ifPresent(view -> news.add(event(view, now)));
                }
            }
            since = now.minus(OVERLAP);
            return news;
        }

        private Optional<SendingView> view(UUID sending) {
            try {
                return Optional.of(shelf.view(owner, sending, since, language));
            } catch (NoSuchSending sweptMeanwhile) {
                return Optional.empty();
            }
        }

        private boolean isNew(SendingView view) {
            return !view.equals(told.put(view.id(), view));
        }

        private boolean hasHeardTheEndOf(UUID sending) {
            return Optional.ofNullable(told.get(sending))
                    .filter(SendingView::settled)
                    .isPresent();
        }

        private static SseEventBuilder event(SendingView view, Instant now) {
            return SseEmitter.event()
                    .name("sending")
                    .id(Long.toString(now.toEpochMilli()))
                    .data(view);
        }
    }
}
