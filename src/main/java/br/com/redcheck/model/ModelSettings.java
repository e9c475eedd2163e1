package br.com.redcheck.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where further networks lie; the setting {@code covid-dicom.models}.
 *
 * @param models a folder with {@code <name>/<version>/card.json} and {@code model.h5}; null if there is none
 */
@ConfigurationProperties("covid-dicom")
record ModelSettings(@Nullable Path models) {}
