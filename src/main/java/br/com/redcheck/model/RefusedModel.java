package br.com.redcheck.model;

import br.com.redcheck.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A Keras file, or a model's card, that we do not take, and why. */
public final class RefusedModel extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<RefusedModel> others;

    /** Why a model is refused; each has a text of its own in the message files. */
    public enum Reason {
        /** The file does not begin as HDF5 does. */
        NOT_HDF5,
        /** The file is longer than the limit. */
        FILE_TOO_LARGE,
        /** HDF5 that ends early or contradicts itself. */
        DAMAGED,
        /** A link, which could lead out of the file. */
        LINK,
        /** Weights without the layers that they belong to. */
        NO_ARCHITECTURE,
        /** An architecture that is not the JSON that Keras writes, or not one of its shapes. */
        UNREADABLE_ARCHITECTURE,
        /** A type of layer that we do not compute. */
        UNKNOWN_LAYER,
        /** A known layer in a setting that we do not compute. */
        UNSUPPORTED_SETTING,
        /** An input of any height or width; what a layer gives would have no size either. */
        OPEN_INPUT,
        /** An answer for each place instead of one for the picture. */
        NO_CLASSES,
        /** A layer with weights, or a whole model, that is used in several places. */
        SHARED_LAYER,
        /** More layers than the limit. */
        TOO_MANY_LAYERS,
        /** More parameters than the limit, or than a file of this length can hold. */
        TOO_MANY_PARAMETERS,
        /** A layer gives more values than the limit. */
        TOO_LARGE_ACTIVATION,
        /** One picture would take more multiplications than the limit. */
        TOO_MUCH_WORK,
        /** The shapes of two layers do not go together. */
        LAYERS_DO_NOT_FIT,
        /** A Lambda: serialised Python, which is never executed. */
        LAMBDA,
        /** A Lambda that was called global average pooling, but whose successor's weights say that it is not. */
        LAMBDA_IS_NOT_POOLING,
        /** Weights that the architecture demands are not in the file. */
        MISSING_WEIGHTS,
        /** Weights of another shape than the architecture demands. */
        WRONG_SHAPE,
        /** Weights stored in a way or a number format that we do not read. */
        UNSUPPORTED_STORAGE,
        /** NaN or infinity among the weights. */
        NOT_FINITE,
        /** A card that cannot be read, or that contradicts its network. */
        BAD_CARD,
        /** A network whose SHA-256 is not the one on its card. */
        WRONG_CHECKSUM,
        /** A card names a file that is not beside it. */
        MISSING_FILE,
        /** Run once in a process of its own, the network ended that, or gave no answer. */
        TRIAL_DIED,
        /** Run once, it did not finish in time. */
        TRIAL_TOO_SLOW,
        /** Run once, it answered with NaN or infinity. */
        TRIAL_NOT_FINITE,
        /** Run once, it answered otherwise than the plain computation. */
        TRIAL_DIFFERS,
        /** No network of that name, or for that kind of image, is installed. */
        NO_SUCH_MODEL
    }

    /** A refusal with what fills its text. */
    public RefusedModel(Reason reason, Object... arguments) {
        this(List.of(), reason, arguments);
    }

    RefusedModel(Reason reason, Throwable cause) {
        this(reason);
        initCause(cause);
    }

    private RefusedModel(List<RefusedModel> others, Reason reason, Object... arguments) {
        super("refusal.refused-model." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
        this.reason = reason;
        this.others = others;
    }

    /** One refusal for several reasons: it speaks as the first of them. */
    static RefusedModel all(List<RefusedModel> reasons) {
        RefusedModel first = reasons.get(0);
        RefusedModel all = new RefusedModel(
                List.copyOf(reasons.subList(1, reasons.size())),
                first.reason,
                first.arguments().toArray());
        all.initCause(first);
        return all;
    }

    /** Each of the reasons, this one first. */
    public List<RefusedModel> each() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    boolean saysTheSame(RefusedModel other) {
        return key().equals(other.key()) && arguments().equals(other.arguments());
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
