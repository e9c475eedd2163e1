package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.NoSuchExam;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.Messages;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the networks said about an exam, for the page. */
@Service
@Transactional(readOnly = true)
class ReadingShelf {
    private final Readings readings;
    private final ModelCatalog catalog;
    private final Messages messages;

    ReadingShelf(Readings readings, ModelCatalog catalog, Messages messages) {
        this.readings = readings;
        this.catalog = catalog;
        this.messages = messages;
    }

    /** The newest reading of each subject by each network, the most suspected first. */
    List<ReadingView> of(OwnerId owner, ExamId exam, Locale language) {
        List<Reading> newest = new ArrayList<>();
        for (Reading reading : readings.ofExam(owner.value(), exam.value())) {
            if (newest.stream().noneMatch(reading::replaces)) {
                newest.add(reading);
            }
        }
        return newest.stream()
                .map(reading -> reading.view(warning(reading, language), refusal(reading, language), percent(language)))
                .sorted((one, other) -> Double.compare(other.suspected(), one.suspected()))
                .toList();
    }

    /** The heat map of one image that was read, as strong as the strongest of its reading. */
    HeatMap heatMap(OwnerId owner, ExamId exam, UUID reading, int ordinal) {
        return readings.ofExam(owner.value(), exam.value(), reading)
                .flatMap(found -> found.heatMap(ordinal))
                .orElseThrow(NoSuchExam::new);
    }

    private @Nullable String warning(Reading reading, Locale language) {
        return null;
    }

    private @Nullable String refusal(Reading reading, Locale language) {
        return null;
    }

    private static NumberFormat percent(Locale language) {
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMinimumFractionDigits(1);
        return format;
    }
}
