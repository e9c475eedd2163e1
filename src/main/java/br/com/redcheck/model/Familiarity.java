package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the pictures with which a network was trained look to it, so that one that looks otherwise is noticed.
 *
 * <p>A network sums a picture up in its pooled features. Those of the training pictures are described by their mean and covariance,
 * and a picture's distance from them is Mahalanobis's (Lee et al., "A simple unified framework for detecting out-of-distribution
 * samples and adversarial attacks", NeurIPS 2018). There are fewer pictures than the covariance has numbers, so it is shrunk: full
 * along the axes in which the pictures differ most, one variance for all other directions (Tipping and Bishop, "Probabilistic
 * principal component analysis", J. R. Stat. Soc. B 61, 1999). {@code src/docs/familiarity.md} says what this finds and misses.
 */
public final class Familiarity {
    private final float[] mean;
    private final List<float[]> axes;
    private final float[] variances;
    private final double rest;
    private final double limit;

    /**
     * @param mean of each feature
     * @param axes directions of length 1, at right angles to each other
     * @param variances along each axis
     * @param rest the variance in every other direction
     * @param limit the distance beyond which a picture counts as unlike
     */
    public Familiarity(float[] mean, List<float[]> axes, float[] variances, double rest, double limit) {
        boolean fits = variances.length == axes.size() && axes.stream().allMatch(axis -> axis.length == mean.length);
        if (!fits || rest <= 0 || limit <= 0) {
            throw new RefusedModel(Reason.BAD_CARD);
        }
        this.mean = mean;
        this.axes = List.copyOf(axes);
        this.variances = variances;
        this.rest = rest;
        this.limit = limit;
    }

    /** @throws RefusedModel if it is not a file that we understand */
    static Familiarity read(byte[] json) {
        try {
            JsonNode file = new JsonMapper().readTree(json);
            List<float[]> axes = new ArrayList<>();
            file.required("axes").forEach(axis -> axes.add(numbers(axis)));
            return new Familiarity(
                    numbers(file.required("mean")),
                    axes,
                    numbers(file.required("variances")),
                    file.required("rest").asDouble(),
                    file.required("limit").asDouble());
        } catch (JacksonException e) {
            throw new RefusedModel(Reason.BAD_CARD, e);
        }
    }

    /**
     * How unlike the training pictures a picture is, in units of the limit: up to 1 it counts as like them.
     *
     * @param features as many as were measured
     */
    public double unlikeness(float[] features) {
        return distance(features) / limit;
    }

    /** Mahalanobis's distance. */
    public double distance(float[] features) {
        float[] away = new float[mean.length];
        double left = 0;
        for (int i = 0; i < away.length; i++) {
            away[i] = features[i] - mean[i];
            left += (double) away[i] * away[i];
        }
        double sum = 0;
        for (int k = 0; k < axes.size(); k++) {
            double along = dot(axes.get(k), away);
            sum += along * along / variances[k];
            left -= along * along;
        }
        return Math.sqrt(sum + Math.max(left, 0) / rest);
    }

    /** How many features are asked for. */
    public int features() {
        return mean.length;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static float[] numbers(JsonNode array) {
        double[] read = StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        float[] numbers = new float[read.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) read[i];
        }
        return numbers;
    }
}
