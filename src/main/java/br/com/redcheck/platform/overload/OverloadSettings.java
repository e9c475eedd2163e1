package br.com.redcheck.platform.overload;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What keeps one account, or one stranger, from taking the server away from all others.
 *
 * @param longestWait for a place where {@link HeavyWork} is done; after it the answer is 503
 * @param requests that are worked on at once for one account, and three times as many for one address; beyond them the answer is 503 at once
 * @param connections that one address may hold open, the loopback address excepted
 * @param slowest how many bytes of a body have to come each second, on average; a slower one is cut off
 * @param grace how long, all in all, a body is waited for before that is asked
 */
@Validated
@ConfigurationProperties("covid-dicom.overload")
public record OverloadSettings(
        @NotNull @DefaultValue("10s") Duration longestWait,
        @Min(6) @DefaultValue("50") int requests,
        @Min(6) @DefaultValue("500") int connections,
        @NotNull @DefaultValue("1KB") DataSize slowest,
        @NotNull @DefaultValue("20s") Duration grace) {}
