package br.com.redcheck.platform;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What keeps one account from taking the server away from all others.
 *
 * @param longestWait for a place where {@link HeavyWork} is done; after it the answer is 503
 */
@Validated
@ConfigurationProperties("covid-dicom.overload")
record OverloadSettings(@NotNull @DefaultValue("10s") Duration longestWait) {}
