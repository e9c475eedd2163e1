package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import io.jhdf.api.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds a layer's weights where the versions of Keras put them.
 *
 * <p>Keras 2 keeps them at {@code model_weights/<layer>/<layer>/kernel:0}, Keras 3 at
 * {@code model_weights/<layer>/<model>/<layer>/kernel}, both without {@code model_weights} where only weights were saved. All that
 * lies in a model that is a layer itself is kept in the group of the outermost such model. Weights files of Keras 3 number them,
 * {@code layers/<any>/vars/0}, below as many {@code layers} as models lie around them, and note the layer's name on {@code vars}.
 */
final class WeightFinder {
    private static final List<String> ROOTS = List.of("/model_weights/", "/");

    private final Map<String, Dataset> dataSets;
    private final Map<String, String> names;

    WeightFinder(HdfContents contents) {
        this.dataSets = contents.dataSets();
        this.names = contents.names();
    }

    /** The data set of one demand; {@code index} is its place among the layer's demands. */
    Dataset find(Origin layer, Layer.Demand demand, int index) {
        String role = demand.role();
        Map<String, Dataset> scopes = scopes(layer.group(), demand.names());
        for (int depth = layer.above().size(); depth >= 0; depth--) {
            String wanted = layer.path(depth);
            for (Predicate<String> fits :
                    List.<Predicate<String>>of(wanted::equals, path -> path.endsWith("/" + wanted))) {
                List<Dataset> found = where(scopes, fits);
                if (!found.isEmpty()) {
                    return only(found, layer, role);
                }
            }
        }
        List<Dataset> others = where(scopes, path -> layer.above().isEmpty());
        return only(others.isEmpty() ? numbered(layer, index) : others, layer, role);
    }

    /** What has one of those names in a group, by the scopes that lie between: mostly a layer's name, or that behind a model's. */
    private Map<String, Dataset> scopes(String group, List<String> roles) {
        Map<String, Dataset> scopes = new HashMap<>();
        dataSets.forEach((path, dataSet) -> {
            int end = path.lastIndexOf('/');
            String name = path.substring(end + 1).replaceFirst(":0$", "");
            for (String root : ROOTS) {
                String start = root + group + "/";
                if (path.startsWith(start) && roles.contains(name)) {
                    scopes.put(path.substring(start.length(), Math.max(start.length(), end)), dataSet);
                }
            }
        });
        return scopes;
    }

    private static List<Dataset> where(Map<String, Dataset> scopes, Predicate<String> fits) {
        return scopes.entrySet().stream()
                .filter(entry -> fits.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<Dataset> numbered(Origin layer, int index) {
        return dataSets.entrySet().stream()
                .filter(entry -> isNumbered(entry.getKey(), layer, index))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isNumbered(String path, Origin layer, int index) {
        int end = path.lastIndexOf('/');
        return path.matches("(/layers/[^/]+){" + (layer.above().size() + 1) + "}/vars/" + index)
                && layer.name().equals(names.get(path.substring(0, end)));
    }

    private static Dataset only(List<Dataset> found, Origin layer, String role) {
        if (found.size() != 1) {
            throw new RefusedModel(Reason.MISSING_WEIGHTS, layer.name(), role);
        }
        return found.get(0);
    }
}
