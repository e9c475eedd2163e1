package br.com.redcheck.reading.performance;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.Truth;
import br.com.redcheck.exam.Truths;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Compares what the networks said of an owner's exams with what turned out to be true of them. */
@Service
class OwnCases {
    /**
     * How the networks did.
     *
     * @param matrices one for each version of a network that has read an exam of the owner's
     * @param unread exams whose outcome was told and that no network has read
     */
    record Comparison(SortedMap<Network, ConfusionMatrix> matrices, List<ExamId> unread) {
        /** How one network did; a network that has read nothing of the owner's has an empty matrix. */
        ConfusionMatrix of(Network network) {
            return matrices.getOrDefault(network, new ConfusionMatrix(List.of(), Map.of()));
        }
    }

    private final SaidRows said;
    private final Truths truths;

    OwnCases(SaidRows said, Truths truths) {
        this.said = said;
        this.truths = truths;
    }

    Comparison of(OwnerId owner) {
        return compare(said.of(owner), truths.of(owner));
    }

    static Comparison compare(Collection<Said> said, Map<ExamId, Truth> truths) {
        SortedMap<Network, ConfusionMatrix> matrices = new TreeMap<>();
        said.stream()
                .collect(Collectors.groupingBy(Said::network))
                .forEach((network, its) -> matrices.put(network, new ConfusionMatrix(its, truths)));
        Set<ExamId> read = said.stream().map(Said::exam).collect(Collectors.toSet());
        List<ExamId> unread =
                truths.keySet().stream().filter(exam -> !read.contains(exam)).toList();
        return new Comparison(matrices, unread);
    }
}
