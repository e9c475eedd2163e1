package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What lies in an HDF5 file, in memory: its data sets by path, and the attributes that Keras writes.
 *
 * <p>Nothing outside the bytes is ever touched, and no data set is read by opening this. jhdf throws whatever a slip in parsing
 * throws, so at this one door any of that means that the file is damaged.
 */
final class HdfContents implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 200;

    private final HdfFile file;
    private final KerasLimits limits;
    private final long length;
    private final Map<String, Dataset> dataSets = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private int nodes;

    private HdfContents(byte[] bytes, KerasLimits limits) {
        this.limits = limits;
        this.length = bytes.length;
        this.file = guarded(() -> HdfFile.fromBytes(bytes));
    }

    /**
     * Opens a file.
     *
     * @throws RefusedModel if it is not HDF5, is damaged, or has a link in it
     */
    static HdfContents open(byte[] bytes, KerasLimits limits) {
        if (bytes.length > limits.fileBytes()) {
            throw new RefusedModel(Reason.FILE_TOO_LARGE, limits.fileBytes());
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes.length <= i || bytes[i] != SIGNATURE[i]) {
                throw new RefusedModel(Reason.NOT_HDF5);
            }
        }
        HdfContents contents = new HdfContents(bytes, limits);
        try {
            guarded(() -> contents.walk(contents.file, "", 0));
            return contents;
        } catch (RefusedModel refused) {
            contents.close();
            throw refused;
        }
    }

    private Group walk(Group group, String path, int depth) {
        if (depth > DEEPEST) {
            throw new RefusedModel(Reason.DAMAGED);
        }
        for (Node child : group.getChildren().values()) {
            if (child.isLink()) {
                throw new RefusedModel(Reason.LINK);
            }
            if (++nodes > limits.nodes()) {
                throw new RefusedModel(Reason.DAMAGED);
            }
            String place = path + "/" + child.getName();
            if (child instanceof Group inner) {
                walk(inner, place, depth + 1);
                if (child.getName().equals("vars")) {
                    text(child, "name", LONGEST_NAME).ifPresent(name -> names.put(place, name));
                }
            } else if (child instanceof Dataset dataSet) {
                dataSets.put(place, dataSet);
            }
        }
        return group;
    }

    /** The architecture's JSON, unless the file holds weights only. */
    Optional<String> architecture() {
        return guarded(() -> text(file, "model_config", length));
    }

    /** The data sets by path, such as {@code /model_weights/conv/conv/kernel:0}. */
    Map<String, Dataset> dataSets() {
        return dataSets;
    }

    /** The layer's name that Keras 3 notes on a group of its weights files, by the group's path. */
    Map<String, String> names() {
        return names;
    }

    private static Optional<String> text(Node node, String key, long longest) {
        Attribute attribute = node.getAttributes().get(key);
        if (attribute == null || !attribute.isScalar() || attribute.getJavaType() != String.class) {
            return Optional.empty();
        }
        if (attribute.getSizeInBytes() > longest) {
            throw new RefusedModel(Reason.DAMAGED);
        }
        return Optional.of((String) attribute.getData());
    }

    /**
     * Does something with jhdf, which others wrote and which throws whatever a slip in parsing throws: groups that hold each other
     * overflow the stack, and some of its checks are assertions. No other error is the file's fault, least of all want of memory.
     */
    static <T> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (RefusedModel refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError | AssertionError damage) {
            throw new RefusedModel(Reason.DAMAGED, damage);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
