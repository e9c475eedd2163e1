package br.com.redcheck.platform.child;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says to administrators how well the children that open strangers' files are shut in. It never takes the service down. */
@Component("containment")
class ContainmentHealth implements HealthIndicator {
    @Override
    public Health health() {
        Containment here = Containment.here();
        return Health.up()
                .withDetail("enforced", names(here.measures()::contains))
                .withDetail("missing", names(measure -> !here.measures().contains(measure)))
                .build();
    }

    private static List<String> names(Predicate<Measure> wanted) {
        return Arrays.stream(Measure.values()).filter(wanted).map(Measure::name).toList();
    }
}
