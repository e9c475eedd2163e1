package br.com.redcheck.reading.performance;

import java.util.Comparator;

/** One version of a network. */
record Network(String model, String version) implements Comparable<Network> {
    private static final Comparator<Network> ORDER =
            Comparator.comparing(Network::model).thenComparing(Network::version);

    @Override
    public int compareTo(Network other) {
        return ORDER.compare(this, other);
    }
}
