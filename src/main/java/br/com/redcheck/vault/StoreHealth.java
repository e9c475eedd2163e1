package br.com.redcheck.vault;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Takes the service down while its store of sealed blobs is not the one of its database, and tells administrators why. */
@Component("store")
class StoreHealth implements HealthIndicator {
    private final StoreMark mark;

    StoreHealth(StoreMark mark) {
        this.mark = mark;
    }

    @Override
    public Health health() {
        StoreMark.State state = mark.state();
        Health.Builder told = state == StoreMark.State.FITS ? Health.up() : Health.down();
        mark.bound().ifPresent(id -> told.withDetail("mark-wanted", id));
        return told.withDetail("mark", state.name()).build();
    }
}
