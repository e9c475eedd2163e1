package br.com.redcheck.inference;

import br.com.redcheck.platform.Remark;
import java.util.List;
import java.util.Optional;

/**
 * How a result holds when the same picture is held a little otherwise: turned by two degrees, cropped by three per cent, mirrored. None
 * of that is disease, so a class that hangs on it does not stand.
 *
 * @param scores the probabilities of the suspected class for the pictures so moved
 */
record Steadiness(double base, List<Double> scores, double threshold) {
    /** How the pictures are moved; the order of the scores. */
    static final List<Motion> MOTIONS = List.of(Motion.turned(2), Motion.cropped(0.03), Motion.mirror());

    /** The class is another one for one of them. */
    boolean unstable() {
        return scores.stream().anyMatch(score -> score >= threshold != base >= threshold);
    }

    /** The class stays, but the probability moves by more than what it lies off the threshold. */
    boolean near() {
        return !unstable() && scores.stream().anyMatch(score -> Math.abs(score - base) >= Math.abs(base - threshold));
    }

    /** What has to be told of it, with the lowest and the highest probability in per cent. */
    Optional<Remark> remark() {
        if (!unstable() && !near()) {
            return Optional.empty();
        }
        double low = scores.stream().reduce(base, Math::min);
        double high = scores.stream().reduce(base, Math::max);
        return Optional.of(Remark.of(
                unstable() ? Verdict.UNSTABLE : "near-threshold", Math.round(100 * low), Math.round(100 * high)));
    }
}
