package br.com.redcheck.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.platform.HomeUnusable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one follower does or suffers is nothing to the others. */
class EventStreamsTest {
    private final EventStreams streams = new EventStreams(Clock.systemUTC());
    private final Map<String, Integer> news = new HashMap<>(Map.of("film", 1, "series", 1));
    private final Queue<Set<String>> questions = new ConcurrentLinkedQueue<>();
    private final Channel<String, Integer> channel = streams.channel(this::look);

    @Test
    void aFollowerThatFailsEndsAlone() {
        Page failing = follow("film", number -> {
            throw new IllegalStateException("Nobody is told this");
        });
        Page other = follow("film");

        round();

        assertThat(failing.ended).isTrue();
        assertThat(failing.heard).isEmpty();
        assertThat(other.heard).containsExactly("news 1");
        assertThat(other.ended).isFalse();
    }

    /** The first event is what begins the answer. If that fails, for want of a database say, a browser would wait half an hour for it. */
    @Test
    void anAnswerThatCannotBeBegunEnds() {
        Page failing = new Page() {
            @Override
            public void send(SseEventBuilder event) {
                throw new IllegalStateException("Failed to send");
            }
        };
        channel.follow(UUID.randomUUID(), "film", EventStreamsTest::told, failing);
        Page other = follow("film");

        round();

        assertThat(failing.ended).isTrue();
        assertThat(other.heard).containsExactly("news 1");
    }

    @Test
    void whatIsNoMoreIsToldSoAndTheOthersGoOn() {
        Page film = follow("film");
        Page series = follow("series");
        Page refused = follow("series", number -> {
            throw new HomeUnusable(Path.of("gone"), new IOException());
        });
        news.remove("film");

        round();

        assertThat(film.heard).containsExactly("gone {}");
        assertThat(refused.heard).containsExactly("gone {}");
        assertThat(film.ended && refused.ended).isTrue();
        assertThat(series.heard).containsExactly("news 1");
    }

    @Test
    void aSlowBrowserHoldsNobody() {
        CountDownLatch network = new CountDownLatch(1);
        Page slow = new Page() {
            @Override
            public void send(SseEventBuilder event) {
                awaitUninterruptibly(network);
                super.send(event);
            }
        };
        channel.follow(UUID.randomUUID(), "film", EventStreamsTest::told, slow);
        Page quick = follow("film");

        streams.tell();
        await().until(() -> quick.heard.size() == 1);
        news.put("film", 2);
        streams.tell();

        await().until(() -> quick.heard.size() == 2);
        assertThat(slow.heard).isEmpty();
        network.countDown();
        await().until(() -> slow.heard.contains("news 1"));
        round();
        assertThat(slow.heard).containsExactly("news 1", "news 2");
    }

    @Test
    void allThatIsFollowedIsAskedAboutAtOnceAndNothingWhenNobodyListens() {
        streams.tell();
        assertThat(questions).isEmpty();
        List<Page> pages = IntStream.range(0, 200).mapToObj(i -> follow("film")).toList();

        round();
        round();

        assertThat(questions).containsExactly(Set.of("film"), Set.of("film"));
        assertThat(pages).allSatisfy(page -> assertThat(page.heard).containsExactly("news 1"));
    }

    @Test
    void aDatabaseThatIsAwayEndsNoStream() {
        Page page = follow("film");
        Integer kept = news.put("series", -1);

        round();
        assertThat(page.heard).isEmpty();

        news.put("series", kept);
        round();
        assertThat(page.heard).containsExactly("news 1");
    }

    @Test
    void theOldestPageOfAnAccountRestsWhenThereAreTooMany() {
        UUID account = UUID.randomUUID();
        List<Page> pages = IntStream.range(0, EventStreams.MOST_PER_ACCOUNT + 2)
                .mapToObj(i -> follow(account, "film", EventStreamsTest::told))
                .toList();
        Page stranger = follow("film");

        round();

        assertThat(pages.stream()
                        .map(page -> page.heard.peek())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(Map.of("rest {}", 2L, "news 1", (long) EventStreams.MOST_PER_ACCOUNT));
        assertThat(pages.get(0).ended && pages.get(1).ended).isTrue();
        assertThat(stranger.heard).containsExactly("news 1");
    }

    private Map<String, Integer> look(Set<String> followed) {
        questions.add(followed);
        if (news.containsValue(-1)) {
            throw new IllegalStateException("No database");
        }
        return news;
    }

    private static Told told(int number) {
        return new Told(List.of(SseEmitter.event().name("news").data(number)), false);
    }

    private Page follow(String subject) {
        return follow(subject, EventStreamsTest::told);
    }

    private Page follow(String subject, Function<Integer, Told> teller) {
        return follow(UUID.randomUUID(), subject, teller);
    }

    private Page follow(UUID account, String subject, Function<Integer, Told> teller) {
        Page page = new Page();
        channel.follow(account, subject, teller, page);
        return page;
    }

    /** One look, and all that comes of it. */
    private void round() {
        streams.tell();
        await().until(streams::isQuiet);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands for a browser at the other end. */
    private static class Page extends SseEmitter {
        final Queue<String> heard = new ConcurrentLinkedQueue<>();
        volatile boolean ended;

        @Override
        public void send(SseEventBuilder event) {
            String lines = event.build().stream()
                    .map(DataWithMediaType::getData)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            heard.add(lines.replaceFirst("^event:(\\w+)\\s+data:(\\S+)\\s*$", "$1 $2"));
        }

        @Override
        public void complete() {
            ended = true;
        }
    }
}
