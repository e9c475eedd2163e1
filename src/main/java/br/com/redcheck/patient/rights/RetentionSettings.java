package br.com.redcheck.patient.rights;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long things are kept.
 *
 * @param answeredRequests requests of patients after their answer
 * @param unusedPapers scans of consent forms that no doctor has declared anything about
 * @param backups copies that whoever runs the installation makes of home folder and database; nothing here takes them away
 */
@ConfigurationProperties("covid-dicom.retention")
public record RetentionSettings(
        @DefaultValue("P5Y") Period answeredRequests,
        @DefaultValue("P30D") Period unusedPapers,
        @DefaultValue("P30D") Period backups) {}
