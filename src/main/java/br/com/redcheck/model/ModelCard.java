package br.com.redcheck.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the makers of a network say of it: for whom it is, how pictures are prepared for it, and how well it did.
 *
 * @param name its name, such as {@code vgg16-cam-cxr}
 * @param version its version
 * @param modalities the DICOM modalities that it reads, such as {@code CR} and {@code DX}
 * @param labels the names of the classes, in the order of the answer
 * @param positiveLabel which of them is {@code suspected}
 * @param threshold from which probability of that class on a case is labelled so
 * @param activationLayer the layer whose activations make the class activation map
 * @param preparation how a picture becomes the network's input
 * @param accepts in English, which pictures the network is for
 * @param ages of which patients; empty where the card does not say
 * @param training what it was trained with; empty where the card does not say
 * @param performance how well it did, by set of data; only what was measured
 * @param performanceNote how to read those figures; empty if there is nothing to say
 * @param repeatability how its answers move when pictures are held otherwise; empty where that was not measured
 * @param sha256 the SHA-256 of {@code model.h5}, in hexadecimal
 * @param familiaritySha256 the SHA-256 of {@code familiarity.json}, see {@link Familiarity}; empty if that was not measured
 * @param licence under which terms the weights may be used
 * @param redistributable whether those terms let us hand the weights on
 * @param intendedUse what it is for, and what not
 * @param warning what must stand wherever a result of it stands; empty if there is no such thing
 */
public record ModelCard(
        String name,
        String version,
        List<String> modalities,
        Shape input,
        List<String> labels,
        int positiveLabel,
        double threshold,
        Optional<String> activationLayer,
        Preparation preparation,
        String accepts,
        Optional<Ages> ages,
        Optional<Training> training,
        List<Performance> performance,
        Optional<String> performanceNote,
        Optional<Repeatability> repeatability,
        String sha256,
        Optional<String> familiaritySha256,
        String licence,
        boolean redistributable,
        String intendedUse,
        Optional<String> warning) {
    /**
     * How gray values become the network's input, before the picture is stretched to its size.
     *
     * @param intensity what becomes 0 and what becomes 1
     * @param slices which slices of a series are read; empty for single pictures
     */
    public record Preparation(Intensity intensity, Optional<Slices> slices) {}

    /** Which gray value becomes 0 and which 1; all beyond is clipped. */
    public sealed interface Intensity {}

    /**
     * Percentiles of the picture's own values, padding and what a display shutter hides left out.
     *
     * @param low the percentile, 0 to 100, that becomes 0
     * @param high the percentile that becomes 1
     * @param bordersExcluded whether a border of one value throughout is left out, too, and becomes black
     */
    public record Percentiles(double low, double high, boolean bordersExcluded) implements Intensity {}

    /**
     * A fixed window, for values with a unit such as Hounsfield's: from {@code center - width / 2} to {@code center + width / 2}.
     */
    public record FixedWindow(double center, double width) implements Intensity {}

    /**
     * A choice of slices at equal steps, of a series sorted head first.
     *
     * @param most how many; all, if there are fewer
     * @param from where in the series, 0 to 1, the first one lies
     * @param to where the last one lies
     * @param scoredShare the share of slices, those with the highest probability, whose mean is the exam's
     */
    public record Slices(int most, double from, double to, double scoredShare) {
        /** Fewer slices do not span the lungs, and one or two of them would make the score: half of what is wanted. */
        public int least() {
            return most / 2;
        }
    }

    /**
     * Whose images a network is for, by age at the exam; those of others are refused.
     *
     * @param from in full years, the youngest
     * @param to in full years, the oldest
     * @param reason why, and what was known of ages in training
     */
    public record Ages(int from, Optional<Integer> to, String reason) {}

    /**
     * What a network was trained with.
     *
     * @param images how many pictures
     * @param from with which weights the training began
     * @param augmentation how the pictures were varied
     */
    public record Training(int images, String from, String augmentation) {}

    /**
     * How well the network did on one set of data.
     *
     * @param set {@code internal_test}, or {@code external} for sources it was never trained on; of a part, its source
     * @param images how many pictures
     * @param groups how many patients, or groups of pictures that may be one patient's
     * @param auc area under the ROC curve with its 95 % interval
     * @param sensitivity at the card's threshold
     * @param specificity at the card's threshold
     * @param parts the same source by source; a source with one class alone has no AUC
     */
    public record Performance(
            String set,
            int images,
            int groups,
            Optional<Estimate> auc,
            Optional<Estimate> sensitivity,
            Optional<Estimate> specificity,
            List<Performance> parts) {
        public Performance {
            parts = List.copyOf(parts);
        }

        /** The whole, and then its parts. */
        public List<Performance> withParts() {
            return Stream.concat(Stream.of(this), parts.stream()).toList();
        }
    }

    /**
     * How the answers move when the same pictures are turned, cropped or mirrored, on pictures it was not trained on.
     *
     * @param images how many pictures
     * @param unstable how many of them change their class by one of these, and so get none
     * @param near how many get near the threshold
     */
    public record Repeatability(int images, int unstable, int near, List<Movement> movements) {
        public Repeatability {
            movements = List.copyOf(movements);
        }
    }

    /**
     * What one way of holding pictures otherwise does.
     *
     * @param mean by how much the probability moves, up or down, 0 to 1
     * @param most by how much at most
     * @param changed how many pictures change their class
     */
    public record Movement(Held held, double mean, double most, int changed) {}

    /** How a picture may be held otherwise. */
    public enum Held {
        /** By two degrees. */
        TURNED,
        /** By three per cent. */
        CROPPED,
        /** Left and right changed. */
        MIRRORED
    }

    /** A measured value and its 95 % interval, all 0 to 1. */
    public record Estimate(double value, double low, double high) {}

    public ModelCard {
        modalities = List.copyOf(modalities);
        labels = List.copyOf(labels);
        performance = List.copyOf(performance);
    }

    /** The label of a case: the suspected one from the threshold on. */
    public String labelOf(double suspected) {
        return labels.get(suspected >= threshold ? positiveLabel : 1 - positiveLabel);
    }
}
