package br.com.redcheck.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Finds the home folder. An auto-configuration, so that it is there before the database that lives in it. */
@AutoConfiguration
@EnableConfigurationProperties(HomeAutoConfiguration.Settings.class)
class HomeAutoConfiguration {
    @Bean
    Home home(Settings settings) {
        return settings.home() == null
                ? new Home(Path.of(System.getProperty("user.home"), ".covid-dicom"))
                : new Home(Path.of(settings.home()));
    }

    /** @param home where the application keeps its data; {@code ~/.covid-dicom} when it is not given */
    @ConfigurationProperties("covid-dicom")
    record Settings(@Nullable String home) {}
}
