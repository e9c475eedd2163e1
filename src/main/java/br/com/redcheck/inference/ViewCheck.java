package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.platform.Remark;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sees in a film's pixels that it is not a frontal one that stands upright, where the header says nothing of it, or something else.
 *
 * <p>Sums of the film's {@link ViewFeatures}, one for each sign. How they were trained, and what they miss, stands in
 * {@code src/docs/view-check.md}.
 */
record ViewCheck(Map<Sign, Sum> sums) {
    private static final String RESOURCE = "/inference/view-check.weights";

    /** What may be amiss; an earlier one hides those behind it. */
    enum Sign {
        /** Dark for bright: ribs black, air white. */
        NEGATIVE,
        UPSIDE_DOWN,
        /** Turned by a quarter, to either side. */
        ON_ITS_SIDE,
        /** Taken from the side. */
        LATERAL,
        /** Left and right have changed places; or the heart is on the right. */
        MIRRORED
    }

    /**
     * The evidence for a sign.
     *
     * @param weights of the features
     * @param doubt from which sum on it has to be told
     * @param certain from which sum on the film is not read
     */
    @SuppressWarnings("ArrayRecordComponent") // a thousand numbers, never changed
    record Sum(float[] weights, float bias, float doubt, float certain) {
        double of(float[] features) {
            double sum = bias;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (double) features[i];
            }
            return sum;
        }

        private static Sum read(DataInputStream in) throws IOException {
            float bias = in.readFloat();
            float doubt = in.readFloat();
            float certain = in.readFloat();
            float[] weights = new float[ViewFeatures.COUNT];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readFloat();
            }
            return new Sum(weights, bias, doubt, certain);
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeFloat(bias);
            out.writeFloat(doubt);
            out.writeFloat(certain);
            for (float weight : weights) {
                out.writeFloat(weight);
            }
        }
    }

    /**
     * A sign that was seen.
     *
     * @param certain whether no film that was as it should be has ever shown it so clearly
     */
    record Seen(Sign sign, boolean certain) {
        /** What becomes of a film that shows it: it is refused, or else remarked on. A heart may be on the right. */
        Optional<NotForThisNetwork> objection() {
            if (!certain) {
                return Optional.empty();
            }
            return switch (sign) {
                case NEGATIVE -> Optional.of(new NotForThisNetwork(Reason.LOOKS_NEGATIVE));
                case UPSIDE_DOWN, ON_ITS_SIDE -> Optional.of(new NotForThisNetwork(Reason.LOOKS_TURNED));
                case LATERAL -> Optional.of(new NotForThisNetwork(Reason.LOOKS_LATERAL));
                case MIRRORED -> Optional.empty();
            };
        }

        Remark remark() {
            return Remark.of("view-" + sign.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The check that comes with the application. */
    static ViewCheck trained() {
        try (InputStream in = ViewCheck.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the application");
            }
            return read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ViewCheck read(DataInputStream in) throws IOException {
        Map<Sign, Sum> sums = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            sums.put(sign, Sum.read(in));
        }
        return new ViewCheck(sums);
    }

    void write(DataOutputStream out) throws IOException {
        for (Sum sum : sums.values()) {
            sum.write(out);
        }
    }

    /** What is seen in a film: the first sign of which it is certain, else the first that it doubts. */
    Optional<Seen> look(GrayFrame film) {
        return seen(ViewFeatures.of(ViewFeatures.picture(film)));
    }

    Optional<Seen> seen(float[] features) {
        Optional<Seen> doubted = Optional.empty();
        for (Map.Entry<Sign, Sum> each : sums.entrySet()) {
            double evidence = each.getValue().of(features);
            if (evidence > each.getValue().certain()) {
                return Optional.of(new Seen(each.getKey(), true));
            }
            if (doubted.isEmpty() && evidence > each.getValue().doubt()) {
                doubted = Optional.of(new Seen(each.getKey(), false));
            }
        }
        return doubted;
    }
}
