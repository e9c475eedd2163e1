package br.com.redcheck.reading.performance;

import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exams that one network has read, by what it said and what was true. */
final class ConfusionMatrix {
    private final Map<Cell, List<Said>> cells = new EnumMap<>(Cell.class);

    /**
     * @param said by one network, each exam once
     * @param truths of the exams of which something was told
     */
    ConfusionMatrix(Collection<Said> said, Map<ExamId, Truth> truths) {
        for (Said one : said) {
            Cell cell = Cell.of(one.positive(), Optional.ofNullable(truths.get(one.exam())));
            cells.computeIfAbsent(cell, first -> new ArrayList<>()).add(one);
        }
    }

    /** The exams that are counted there. */
    List<Said> exams(Cell cell) {
        return List.copyOf(cells.getOrDefault(cell, List.of()));
    }

    public int count(Cell cell) {
        return exams(cell).size();
    }

    /** Of the cases of COVID-19, how many the network called suspected; empty without such cases. */
    public Optional<Proportion> sensitivity() {
        return proportion(Cell.TRUE_POSITIVE, Cell.FALSE_NEGATIVE);
    }

    /** Of the cases of something else, how many the network did not call suspected; empty without such cases. */
    public Optional<Proportion> specificity() {
        return proportion(Cell.TRUE_NEGATIVE, Cell.FALSE_POSITIVE);
    }

    private Optional<Proportion> proportion(Cell right, Cell wrong) {
        long all = (long) count(right) + count(wrong);
        return all == 0 ? Optional.empty() : Optional.of(new Proportion(count(right), all));
    }
}
