package br.com.redcheck;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the promise that every {@code package-info.java} makes about whom its package knows. */
class ModularityTests {
    @Test
    void everyPackageKnowsOnlyWhomItSays() {
        ApplicationModules.of(CovidDicomApplication.class).verify();
    }
}
