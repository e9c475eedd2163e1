package br.com.redcheck.model;

import br.com.redcheck.model.RefusedModel.Reason;
import java.util.List;

/** Where branches meet: Add, and Concatenate along the channels. */
public record Branching(String type) implements Layer {
    static final String ADD = "Add";
    static final String CONCATENATE = "Concatenate";

    static Branching read(String type, LayerSettings settings) {
        settings.only("axis", "-1", "3");
        return new Branching(type);
    }

    /** Whether it adds what it gets value by value; otherwise it puts the channels one behind the other. */
    public boolean adds() {
        return type.equals(ADD);
    }

    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.size() < 2 || !inputs.stream().allMatch(input -> fits(inputs.get(0), input))) {
            throw new RefusedModel(Reason.LAYERS_DO_NOT_FIT);
        }
        Shape first = inputs.get(0);
        if (adds()) {
            return first;
        }
        int channels = inputs.stream().mapToInt(Shape::channels).reduce(0, Math::addExact);
        return Shape.of(first.size(0), first.size(1), channels);
    }

    private boolean fits(Shape first, Shape other) {
        return first.isImage()
                && other.isImage()
                && first.sizes().subList(0, 2).equals(other.sizes().subList(0, 2))
                && (type.equals(CONCATENATE) || first.equals(other));
    }
}
