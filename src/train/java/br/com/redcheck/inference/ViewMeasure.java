package br.com.redcheck.inference;

import br.com.redcheck.inference.ViewCheck.Seen;
import br.com.redcheck.inference.ViewCheck.Sign;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How many films the check of the view finds that are amiss, and how many that are not: on films that nothing was trained on. */
final class ViewMeasure {
    private static final double DEVIATIONS_OF_95_PERCENT = 1.959964;

    private final Pictures pictures;
    private final ViewCheck check;

    ViewMeasure(Pictures pictures, ViewCheck check) {
        this.pictures = pictures;
        this.check = check;
    }

    void print() throws IOException {
        Map<String, List<ViewSample>> films = new TreeMap<>();
        for (Pictures.Source source : pictures.of("cxr", "test", false, Integer.MAX_VALUE)) {
            ViewSample film = ViewSample.of(source.pixels().get(), false);
            films.computeIfAbsent(source.name(), name -> new ArrayList<>()).add(film);
            films.computeIfAbsent("all sources", name -> new ArrayList<>()).add(film);
        }
        print("as they are", films, film -> film);
        print("negative", films, film -> film.with(Sign.NEGATIVE));
        print("upside down", films, film -> film.with(Sign.UPSIDE_DOWN));
        print("turned clockwise", films, film -> film.with(Sign.ON_ITS_SIDE));
        print("turned anticlockwise", films, film -> film.with(Sign.ON_ITS_SIDE).quarters(2));
        print("mirrored", films, film -> film.with(Sign.MIRRORED));
        Map<String, List<ViewSample>> laterals = Map.of(
                "ieee8023",
                ViewTraining.samples(
                        pictures.of("cxr", "aux-lateral", ViewTraining.laterals(false), Integer.MAX_VALUE), true));
        print("lateral", laterals, film -> film);
        print("lateral, mirrored", laterals, film -> film.with(Sign.MIRRORED));
    }

    private void print(String what, Map<String, List<ViewSample>> films, UnaryOperator<ViewSample> change) {
        films.forEach((source, some) -> {
            List<Optional<Seen>> seen = some.stream()
                    .map(film -> check.seen(change.apply(film).features()))
                    .toList();
            long told = seen.stream().filter(Optional::isPresent).count();
            long refused = seen.stream()
                    .filter(one -> one.filter(Seen::certain)
                            .filter(sure -> sure.sign() != Sign.MIRRORED)
                            .isPresent())
                    .count();
            System.out.printf(
                    "| %s | %s | %d | %s | %s | %s |%n",
                    what, source, some.size(), share(told, some.size()), share(refused, some.size()), signs(seen));
        });
    }

    private static Map<Sign, Integer> signs(List<Optional<Seen>> seen) {
        Map<Sign, Integer> counts = new TreeMap<>();
        seen.forEach(one -> one.ifPresent(found -> counts.merge(found.sign(), 1, Integer::sum)));
        return counts;
    }

    /** With its interval of 95 % (Wilson, 1927). */
    private static String share(long some, int all) {
        double z = DEVIATIONS_OF_95_PERCENT;
        double p = (double) some / all;
        double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
        double half = z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
        return String.format(
                "%d (%.1f %%; %.1f to %.1f)",
                some, 100 * p, 100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
    }
}
