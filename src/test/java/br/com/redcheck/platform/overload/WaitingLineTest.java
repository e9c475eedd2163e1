package br.com.redcheck.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.platform.overload.WaitingLine.Place;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoFindsNoPlaceInTimeIsToldWhenToComeAgain() {
        WaitingLine line = new WaitingLine(1, 1, SHORT);
        line.enter("ana");

        assertThatThrownBy(() -> line.enter("rui"))
                .isInstanceOfSatisfying(
                        TooBusy.class, busy -> assertThat(busy.retryAfter()).isPresent());
    }

    @Test
    void oneAccountLeavesTheOthersTheirPlaces() {
        WaitingLine line = new WaitingLine(3, 2, SHORT);
        line.enter("ana");
        line.enter("ana");

        assertThatThrownBy(() -> line.enter("ana")).isInstanceOf(TooBusy.class);

        line.enter("rui");
        assertThatThrownBy(() -> line.enter("eva")).isInstanceOf(TooBusy.class);
    }

    @Test
    void whoWaitsForTheOwnShareDoesNotStandBeforeOthers() throws ExecutionException, InterruptedException {
        WaitingLine line = new WaitingLine(2, 1, LONG);
        Place first = line.enter("ana");
        CompletableFuture<Place> second = CompletableFuture.supplyAsync(() -> line.enter("ana"));

        line.enter("rui").close();
        assertThat(second).isNotDone();

        first.close();
        second.get().close();
        assertThat(line.accounts()).as("whoever has gone is forgotten").isZero();
    }

    @Test
    void aPlaceThatIsGivenBackTwiceIsStillOnePlace() {
        WaitingLine line = new WaitingLine(1, 1, SHORT);
        Place place = line.enter("ana");
        place.close();
        place.close();
        line.enter("ana");

        assertThatThrownBy(() -> line.enter("ana")).isInstanceOf(TooBusy.class);
    }
}
