package br.com.redcheck.reading.performance;

/**
 * So many of so many, with the interval in which the true share lies with 95 % confidence: the score interval of E. B. Wilson,
 * "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927),
 * 209-212. Unlike the usual plus-minus it holds for few cases too, and for all or none of them.
 *
 * @param of at least one
 */
record Proportion(long successes, long of) {
    /** The standard normal deviate that five in a hundred exceed, on either side. */
    private static final double Z = 1.959963984540054;

    Proportion {
        if (of < 1 || successes < 0 || successes > of) {
            throw new IllegalArgumentException(successes + " of " + of);
        }
    }

    public double value() {
        return (double) successes / of;
    }

    /** The lower end: exactly 0 for none, which rounding would miss. */
    public double low() {
        return successes == 0 ? 0 : centre() - half();
    }

    /** The upper end: exactly 1 for all. */
    public double high() {
        return successes == of ? 1 : centre() + half();
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double variance = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }
}
