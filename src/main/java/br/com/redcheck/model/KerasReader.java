package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Keras' {@code .h5} files, from a stranger too: nothing in them is executed, nothing outside them is opened, and no memory
 * is taken on their word.
 */
public final class KerasReader {
    private final KerasLimits limits;
    private final boolean lambdaIsPooling;

    /** A reader that refuses every Lambda. */
    public KerasReader(KerasLimits limits) {
        this(limits, false);
    }

    /**
     * A reader for files whose owner has said what their Lambda means.
     *
     * @param lambdaIsPooling take a Lambda, unseen, as global average pooling over height and width
     */
    public KerasReader(KerasLimits limits, boolean lambdaIsPooling) {
        this.limits = limits;
        this.lambdaIsPooling = lambdaIsPooling;
    }

    /**
     * Reads a file; see {@link #read(byte[])}.
     *
     * @throws IOException if the file cannot be read at all
     */
    public TrainedNetwork read(Path file) throws IOException {
        return read(bytes(file));
    }

    /**
     * Reads a network with its weights.
     *
     * @throws RefusedModel if the file is not one that we take, and why
     */
    public TrainedNetwork read(byte[] file) {
        try (HdfContents contents = HdfContents.open(file, limits)) {
            return fill(architecture(contents), contents, file);
        }
    }

    /**
     * Reads a file that holds weights only.
     *
     * @param architecture a file whose layers are the ones that the weights belong to
     * @throws RefusedModel if either file is not one that we take
     */
    public TrainedNetwork read(byte[] weights, byte[] architecture) {
        try (HdfContents described = HdfContents.open(architecture, limits);
                HdfContents contents = HdfContents.open(weights, limits)) {
            return fill(architecture(described), contents, weights);
        }
    }

    /** As {@link #read(byte[], byte[])}, from files. */
    public TrainedNetwork read(Path weights, Path architecture) throws IOException {
        return read(bytes(weights), bytes(architecture));
    }

    /**
     * A file's bytes, if it is not longer than may be.
     *
     * @throws IOException if it cannot be read at all
     * @throws RefusedModel if it is too long
     */
    public byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new RefusedModel(Reason.FILE_TOO_LARGE, limits.fileBytes());
        }
        return Files.readAllBytes(file);
    }

    private Architecture architecture(HdfContents contents) {
        String json = contents.architecture().orElseThrow(() -> new RefusedModel(Reason.NO_ARCHITECTURE));
        return new ArchitectureReader(limits, lambdaIsPooling).read(json);
    }

    private TrainedNetwork fill(Architecture architecture, HdfContents contents, byte[] file) {
        long most = (long) file.length * limits.expansion() / Float.BYTES;
        if (architecture.parameters() > most) {
            throw new RefusedModel(Reason.TOO_MANY_PARAMETERS, most);
        }
        WeightFinder finder = new WeightFinder(contents);
        Map<String, NetworkLayer> layers = new LinkedHashMap<>();
        Reasons reasons = new Reasons();
        for (Architecture.Node node : architecture.nodes()) {
            List<Tensor> weights =
                    reasons.attempt(() -> weights(architecture, node, finder)).orElse(List.of());
            layers.put(
                    node.name(),
                    new NetworkLayer(
                            node.name(),
                            node.layer().type(),
                            node.inputs(),
                            node.output(),
                            node.layer().settings(),
                            weights));
        }
        reasons.refuse();
        Head head = Head.of(architecture, layers);
        return new TrainedNetwork(
                sha256(file),
                architecture.input(),
                List.copyOf(layers.values()),
                head.features(),
                head.noMap(),
                head.mapWeights(),
                architecture.heldInTraining());
    }

    private List<Tensor> weights(Architecture architecture, Architecture.Node node, WeightFinder finder) {
        List<Tensor> weights = new ArrayList<>();
        for (Layer.Demand demand : node.demands()) {
            Dataset dataSet = finder.find(node.origin(), demand, weights.size());
            refuseWrongPooling(architecture, node, dataSet);
            weights.add(WeightReader.read(node.name(), demand, dataSet));
        }
        return weights;
    }

    /**
     * Refuses a Lambda that was taken as pooling where the dense layer after it shows that it was not.
     *
     * <p>RedCheck's first network averaged axes 2 and 3 of a channels-last tensor, width and channels: what is left is one number
     * per row of the picture, so its dense layer reads as many inputs as the image has rows.
     */
    private void refuseWrongPooling(Architecture architecture, Architecture.Node node, Dataset dataSet) {
        if (!lambdaIsPooling || !(node.layer() instanceof Dense)) {
            return;
        }
        Optional<Architecture.Node> pooled =
                architecture.node(node.inputs().get(0)).filter(before -> before.layer() instanceof GlobalPooling);
        long[] found = HdfContents.guarded(dataSet::getDimensionsAsLong);
        if (pooled.isPresent()
                && found.length == 2
                && found[0] != pooled.get().output().channels()) {
            throw new RefusedModel(
                    Reason.LAMBDA_IS_NOT_POOLING,
                    found[0],
                    pooled.get().output().channels());
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
