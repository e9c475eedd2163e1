package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class HomeTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(HomeAutoConfiguration.class));

    @Test
    void theHomeIsInTheUsersFolderUnlessSomebodySaysOtherwise() {
        assumeThat(System.getenv()).doesNotContainKey("COVID_DICOM_HOME");

        application.run(context -> assertThat(context.getBean(Home.class).folder())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".covid-dicom")));
    }

    @Test
    void theEnvironmentMayNameTheHome() {
        application
                .withInitializer(context -> {
                    var sources = context.getEnvironment().getPropertySources();
                    sources.addFirst(new SystemEnvironmentPropertySource(
                            "test-systemEnvironment", Map.of("COVID_DICOM_HOME", "/srv/covid")));
                    ConfigurationPropertySources.attach(context.getEnvironment());
                })
                .run(context -> assertThat(context.getBean(Home.class).folder()).isEqualTo(Path.of("/srv/covid")));
    }
}
