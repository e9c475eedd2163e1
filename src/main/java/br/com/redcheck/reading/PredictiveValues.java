package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard.Estimate;
import br.com.redcheck.model.ModelCard.Performance;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a network's answer is worth where so many of the examined are ill: Bayes' theorem with the sensitivity and the specificity that
 * were measured.
 *
 * @param set of data on which they were measured
 */
record PredictiveValues(String set, List<Row> rows) {
    /**
     * For one prevalence.
     *
     * @param prevalence the share of the examined who are ill, 0 to 1
     * @param positive of those called suspected, the share who are ill
     * @param negative of the others, the share who are not
     */
    record Row(double prevalence, double positive, double negative) {}

    private static final double[] PREVALENCES = {0.02, 0.1, 0.3, 0.5};

    /** Empty if sensitivity or specificity were not measured. */
    static Optional<PredictiveValues> of(Performance measured) {
        return measured.sensitivity()
                .flatMap(sensitivity -> measured.specificity()
                        .map(specificity -> new PredictiveValues(
                                measured.set(),
                                DoubleStream.of(PREVALENCES)
                                        .mapToObj(prevalence -> row(prevalence, sensitivity, specificity))
                                        .toList())));
    }

    private static Row row(double prevalence, Estimate sensitivity, Estimate specificity) {
        double ill = prevalence * sensitivity.value();
        double missed = prevalence * (1 - sensitivity.value());
        double well = (1 - prevalence) * specificity.value();
        double alarmed = (1 - prevalence) * (1 - specificity.value());
        return new Row(prevalence, share(ill, alarmed), share(well, missed));
    }

    private static double share(double right, double wrong) {
        return right + wrong == 0 ? 0 : right / (right + wrong);
    }
}
