package br.com.redcheck.inference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is done at once; settings {@code covid-dicom.inference.*}.
 *
 * @param batch how many slices go through a network together, at least 1; more need more memory (about 60 MB each) and gain little
 * @param readers how many exams may be under way at once, at least 1: while one computes, the next decodes its pixels
 */
@ConfigurationProperties("covid-dicom.inference")
public record InferenceSettings(
        @DefaultValue("8") int batch, @DefaultValue("2") int readers) {
    public InferenceSettings {
        if (batch < 1 || readers < 1) {
            throw new IllegalArgumentException("covid-dicom.inference: batch and readers must be at least 1");
        }
    }

    /** What is used unless told otherwise. */
    public static InferenceSettings defaults() {
        return new InferenceSettings(8, 2);
    }
}
