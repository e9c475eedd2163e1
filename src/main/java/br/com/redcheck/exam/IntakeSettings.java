package br.com.redcheck.exam;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How exams come in.
 *
 * @param quiet an exam whose sender never says that it is complete counts as complete when nothing has come for so long, or a twentieth less
 * @param patience an exam of which files are announced and have not come waits for them so long after its last image, and is then read as
 *     incomplete
 */
@Validated
@ConfigurationProperties("covid-dicom.intake")
record IntakeSettings(
        @NotNull @DefaultValue("2m") Duration quiet,
        @NotNull @DefaultValue("10m") Duration patience) {}
