package br.com.redcheck.accreditation;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.accreditation.Standing.EvidenceAsked;
import br.com.redcheck.accreditation.Standing.Expired;
import br.com.redcheck.accreditation.Standing.Granted;
import br.com.redcheck.accreditation.Standing.Refused;
import br.com.redcheck.accreditation.Standing.Requested;
import br.com.redcheck.accreditation.Standing.Suspended;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How an applicant stands decides what may happen next. */
class StandingTest {
    private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

    /** Every step that there is; any other does not compile. */
    private static final Map<Class<?>, Set<String>> STEPS = Map.of(
            Requested.class,
            Set.of("askEvidence", "grant", "refuse"),
            EvidenceAsked.class,
            Set.of("askEvidence", "answered", "grant", "refuse"),
            Granted.class,
            Set.of("renew", "suspend", "expire"),
            Refused.class,
            Set.of("askAgain"),
            Suspended.class,
            Set.of("lift"),
            Expired.class,
            Set.of("renew"));

    @Test
    void aStandingHasTheStepsThatAreLawfulAndNoOthers() {
        Set<Class<?>> all = Stream.concat(
                        Arrays.stream(Standing.class.getPermittedSubclasses()),
                        Stream.of(Standing.Undecided.class, Standing.Renewable.class)
                                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses())))
                .filter(Class::isRecord)
                .collect(Collectors.toSet());

        assertThat(STEPS.keySet()).isEqualTo(all);
        STEPS.forEach((standing, steps) -> assertThat(Stream.concat(
                                Arrays.stream(standing.getMethods()), Arrays.stream(standing.getDeclaredMethods()))
                        .filter(method -> Standing.class.isAssignableFrom(method.getReturnType()))
                        .map(Method::getName))
                .as(standing.getSimpleName())
                .containsOnly(steps.toArray(String[]::new)));
    }

    @Test
    void eachStepKeepsWhatItNeeds() {
        assertThat(new Requested().askEvidence("x")).isEqualTo(new EvidenceAsked("x"));
        assertThat(new EvidenceAsked("x").answered().grant(DAY)).isEqualTo(new Granted(DAY));
        assertThat(new Requested().refuse("x").askAgain()).isEqualTo(new Requested());
        assertThat(new Granted(DAY).suspend("x").lift()).isEqualTo(new Granted(DAY));
        assertThat(new Granted(DAY).expire().renew(DAY.plusYears(1))).isEqualTo(new Granted(DAY.plusYears(1)));
    }

    @Test
    void columnsHoldEachStandingWhole() {
        for (Standing standing : new Standing[] {
            new Requested(),
            new EvidenceAsked("x"),
            new Granted(DAY),
            new Refused("x"),
            new Suspended("x", DAY),
            new Expired(DAY)
        }) {
            assertThat(KeptStanding.of(standing).on(DAY.minusDays(1))).isEqualTo(standing);
        }
    }

    @Test
    void aLicenceHoldsOnItsLastDayAndEndsWithIt() {
        KeptStanding kept = KeptStanding.of(new Granted(DAY));

        assertThat(kept.on(DAY)).isEqualTo(new Granted(DAY));
        assertThat(kept.on(DAY.plusDays(1))).isEqualTo(new Expired(LocalDate.of(2028, 3, 1)));
    }
}
