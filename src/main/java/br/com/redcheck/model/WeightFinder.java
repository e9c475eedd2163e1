package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import io.jhdf.api.Dataset;
import java.util.List;
import java.util.Map;

/**
 * Finds a layer's weights where the versions of Keras put them.
 *
 * <p>Keras 2 keeps them at {@code model_weights/<layer>/<layer>/kernel:0}, Keras 3 at
 * {@code model_weights/<layer>/<model>/<layer>/kernel}, both without {@code model_weights} where only weights were saved.
 * Weights files of Keras 3 number them, {@code layers/<any>/vars/0}, and note the layer's name on {@code vars}.
 */
final class WeightFinder {
    private final Map<String, Dataset> dataSets;
    private final Map<String, String> names;

    WeightFinder(HdfContents contents) {
        this.dataSets = contents.dataSets();
        this.names = contents.names();
    }

    /** The data set of one demand; {@code index} is its place among the layer's demands. */
    Dataset find(String layer, String role, int index) {
        List<Dataset> found = dataSets.entrySet().stream()
                .filter(entry -> isNamed(entry.getKey(), layer, role) || isNumbered(entry.getKey(), layer, index))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() != 1) {
            throw new RefusedModel(Reason.MISSING_WEIGHTS, layer, role);
        }
        return found.get(0);
    }

    private static boolean isNamed(String path, String layer, String role) {
        boolean below = path.startsWith("/model_weights/" + layer + "/") || path.startsWith("/" + layer + "/");
        return below && (path.endsWith("/" + role) || path.endsWith("/" + role + ":0"));
    }

    private boolean isNumbered(String path, String layer, int index) {
        int end = path.lastIndexOf('/');
        return path.startsWith("/layers/")
                && path.substring(end + 1).equals(Integer.toString(index))
                && layer.equals(names.get(path.substring(0, end)));
    }
}
