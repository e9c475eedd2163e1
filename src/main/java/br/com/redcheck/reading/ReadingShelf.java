package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.NoSuchExam;
import br.com.redcheck.exam.Picture;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Remark;
import java.awt.image.BufferedImage;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the networks said about an exam, for people to see. */
@Service
@Transactional(readOnly = true)
public class ReadingShelf {
    private static final Comparator<ReadingView> ORDER = Comparator.comparing(
                    (ReadingView reading) -> !reading.network().standing())
            .thenComparing(reading -> -reading.suspected());
    private static final double LONGEST_SIDE_OF_MAP = 768;

    /** As the result page begins. */
    private static final float OPACITY = 0.55f;

    private final Readings readings;
    private final ExamShelf exams;
    private final ModelCatalog catalog;
    private final NetworkChoice choice;
    private final Messages messages;

    ReadingShelf(Readings readings, ExamShelf exams, ModelCatalog catalog, NetworkChoice choice, Messages messages) {
        this.readings = readings;
        this.exams = exams;
        this.catalog = catalog;
        this.choice = choice;
        this.messages = messages;
    }

    /** The newest reading of each subject by each network: those that stand for the exam first, and of those the most suspected. */
    public List<ReadingView> of(OwnerId owner, ExamId exam, Locale language) {
        List<Reading> newest = new ArrayList<>();
        for (Reading reading : readings.ofExam(owner.value(), exam.value())) {
            if (newest.stream().noneMatch(reading::replaces)) {
                newest.add(reading);
            }
        }
        Optional<Remark> incomplete =
                newest.isEmpty() ? Optional.empty() : exams.exam(owner, exam).incomplete();
        return newest.stream()
                .map(reading -> view(reading, incomplete, language))
                .sorted(ORDER)
                .toList();
    }

    /**
     * The heat map of one image that was read, to be stretched over it; full colour is the strongest of the whole reading. It has the
     * image's shape but not more pixels than a map so smooth is worth.
     */
    byte[] heatMapPng(OwnerId owner, ExamId exam, UUID id, int ordinal) {
        Reading reading = readings.ofExam(owner.value(), exam.value(), id).orElseThrow(NoSuchExam::new);
        ReadingSlice slice = reading.slice(ordinal).orElseThrow(NoSuchExam::new);
        float[][] cam = slice.cam().orElseThrow(NoSuchExam::new);
        HeatMap map = new HeatMap(cam, reading.strongest());
        return Picture.png(exams.open(owner, slice.image(), image -> painted(map, image.dataSet())));
    }

    private static BufferedImage painted(HeatMap map, DataSet header) {
        int rows = header.integer(Tag.ROWS).orElseThrow();
        int columns = header.integer(Tag.COLUMNS).orElseThrow();
        double shrink = Math.min(1, LONGEST_SIDE_OF_MAP / Math.max(rows, columns));
        int width = (int) Math.ceil(columns * shrink);
        int height = (int) Math.ceil(rows * shrink);
        return map.paint(width, height);
    }

    /**
     * One image that was read, as people look at it, with the heat map over it.
     *
     * @throws NoSuchExam if the owner has no such exam, or the exam no such reading with such a map
     */
    public BufferedImage snapshot(OwnerId owner, ExamId exam, UUID id, int ordinal) {
        Reading reading = readings.ofExam(owner.value(), exam.value(), id).orElseThrow(NoSuchExam::new);
        ReadingSlice slice = reading.slice(ordinal).orElseThrow(NoSuchExam::new);
        float[][] cam = slice.cam().orElseThrow(NoSuchExam::new);
        BufferedImage gray = exams.open(owner, slice.image(), image -> Picture.of(image, slice.frame()));
        return new HeatMap(cam, reading.strongest()).over(gray, OPACITY);
    }

    /**
     * The heat maps of a reading as numbers; images that have none are left out.
     *
     * @throws NoSuchExam if the owner has no such exam, or the exam no such reading
     */
    HeatMaps heatMaps(OwnerId owner, ExamId exam, UUID id) {
        return readings.ofExam(owner.value(), exam.value(), id)
                .orElseThrow(NoSuchExam::new)
                .heatMaps();
    }

    private ReadingView view(Reading reading, Optional<Remark> incomplete, Locale language) {
        ReadingView.Network network = catalog.cards().stream()
                .filter(reading::isBy)
                .findFirst()
                .map(card -> network(card, language))
                .orElse(ReadingView.Network.GONE);
        String refusal = reading.refusal()
                .map(reason -> messages.text(language, reason.key(), reason.arguments()))
                .orElse(null);
        List<Remark> remarks =
                Stream.concat(incomplete.stream(), reading.remarks().stream()).toList();
        return reading.view(network, refusal, SaidRemark.of(remarks, messages, language), percent(language));
    }

    private ReadingView.Network network(ModelCard card, Locale language) {
        return new ReadingView.Network(
                true,
                choice.isDefault(card),
                card.preparation().slices().isEmpty(),
                CardText.warning(card, messages, language).orElse(null),
                card.performance());
    }

    private static NumberFormat percent(Locale language) {
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMinimumFractionDigits(1);
        return format;
    }
}
