package br.com.redcheck.exam.sending;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be sent.
 *
 * @param fileBytes size of one file, an archive included
 * @param bytes size of one sending
 * @param files files of one sending
 * @param openFiles files whose bytes are still to come, of all sendings of one owner
 * @param chunk size of the largest part that is sealed by itself, and that pages send in one request
 * @param ownerBytes what one owner may have here: exams that are kept, and files that are announced or not yet taken in
 * @param reserve free room on the disk that no sending may touch
 * @param expiry how long a sending that nobody touches is kept
 */
@Validated
@ConfigurationProperties("covid-dicom.sending")
record SendingSettings(
        @NotNull @DefaultValue("10GB") DataSize fileBytes,
        @NotNull @DefaultValue("10GB") DataSize bytes,
        @Min(1) @DefaultValue("2000") int files,
        @Min(1) @DefaultValue("8000") int openFiles,
        @NotNull @DefaultValue("8MB") DataSize chunk,
        @NotNull @DefaultValue("100GB") DataSize ownerBytes,
        @NotNull @DefaultValue("1GB") DataSize reserve,
        @NotNull @DefaultValue("7d") Duration expiry) {}
