package br.com.redcheck.reading;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which networks read; settings {@code covid-dicom.reading.*}.
 *
 * @param networks those that read every exam, such as {@code vgg16-cam-ct} (its newest version) or {@code vgg16-cam-ct@0.1.0}. Of
 *     those that read a modality the first is its default, whose result stands for the exam in lists
 */
@ConfigurationProperties("covid-dicom.reading")
record ReadingSettings(
        @DefaultValue({"vgg16-cam-cxr", "vgg16-cam-ct"}) List<String> networks) {
    ReadingSettings {
        networks = List.copyOf(networks);
    }

    /** Those that come with the product. */
    static ReadingSettings defaults() {
        return new ReadingSettings(List.of("vgg16-cam-cxr", "vgg16-cam-ct"));
    }
}
