package br.com.redcheck.delivery;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how often links to reports work.
 *
 * @param life of a link, from its making or from its last renewal
 * @param mostOpenings after so many it is used up, until it is renewed
 * @param mostWrongProofs after so many it is locked, until it is renewed
 * @param visit how long a patient stays in without proving anew who they are
 * @param answerAfter no second proof is answered sooner, so that the time taken does not tell what was looked up
 */
@Validated
@ConfigurationProperties("covid-dicom.delivery")
record DeliverySettings(
        @DefaultValue("3d") Duration life,
        @DefaultValue("50") @Min(1) int mostOpenings,
        @DefaultValue("10") @Min(1) int mostWrongProofs,
        @DefaultValue("1h") Duration visit,
        @DefaultValue("500ms") Duration answerAfter) {}
