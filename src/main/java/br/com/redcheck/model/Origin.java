package br.com.redcheck.model;

import java.util.List;

/**
 * Where a layer stood in the file, by which its weights are found.
 *
 * @param above the names of the models that it lies in, outermost first; empty for a layer of the network itself
 * @param name its own name, with which other layers of other models may share it
 */
record Origin(List<String> above, String name) {
    Origin {
        above = List.copyOf(above);
    }

    /** The group in which Keras keeps its weights: that of the outermost model, or its own. */
    String group() {
        return above.isEmpty() ? name : above.get(0);
    }

    /** Its name behind those of the models around it, from {@code depth} of them. */
    String path(int depth) {
        String inner = String.join("/", above.subList(above.size() - depth, above.size()));
        return inner.isEmpty() ? name : inner + "/" + name;
    }
}
