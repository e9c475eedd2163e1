package br.com.redcheck.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says to administrators whether the database fits the sealed files. It never takes the service down. */
@Component("database-age")
class HighWaterHealth implements HealthIndicator {
    private final HighWater water;

    HighWaterHealth(HighWater water) {
        this.water = water;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("behind-files", water.behind()).build();
    }
}
