package br.com.redcheck.inference;

import br.com.redcheck.model.RefusedModel;
import br.com.redcheck.model.RefusedModel.Reason;
import br.com.redcheck.platform.child.ChildFailed;
import br.com.redcheck.platform.child.JavaChild;
import br.com.redcheck.platform.child.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

/**
 * One run of a network before it is taken in: in a process of its own, for it could bring that down, and beside the plain
 * computation, for it could answer wrongly.
 */
final class Trial {
    /** As far as the quick answer may be from the plain one; of answers beyond 1, this part of them. */
    static final double TOLERANCE = 1e-4;

    private static final Duration TIME = Duration.ofMinutes(5);
    private static final Limits LIMITS = new Limits(TIME, 8L << 30);
    private static final int MOST_BYTES = 16 << 20;

    private final byte[] weights;
    private final Optional<byte[]> architecture;
    private final boolean lambdaIsPooling;

    /**
     * Prepares a run.
     *
     * @param weights a Keras file
     * @param architecture the file with its layers, if they are not in the first
     * @param lambdaIsPooling what its Lambda means, see {@link br.com.redcheck.model.KerasReader}
     */
    Trial(byte[] weights, Optional<byte[]> architecture, boolean lambdaIsPooling) {
        this.weights = weights;
        this.architecture = architecture;
        this.lambdaIsPooling = lambdaIsPooling;
    }

    /**
     * Runs it on the {@link TrialPicture}.
     *
     * @param scale the picture's greatest value
     * @return what the network answers
     * @throws RefusedModel if it dies, does not finish in time, gives what is no number, or answers otherwise than the plain computation
     */
    List<Double> run(double scale) {
        Instant start = Instant.now();
        try {
            return said(java().running(TrialRun.class).answer(question(scale), MOST_BYTES));
        } catch (ChildFailed failed) {
            boolean late = Duration.between(start, Instant.now()).compareTo(TIME) >= 0;
            throw late
                    ? new RefusedModel(Reason.TRIAL_TOO_SLOW, TIME.toMinutes())
                    : new RefusedModel(Reason.TRIAL_DIED);
        }
    }

    private byte[] question(double scale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeDouble(scale);
            out.writeBoolean(lambdaIsPooling);
            byte[] layers = architecture.orElse(new byte[0]);
            out.writeInt(layers.length);
            out.write(layers);
            out.write(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Double> said(byte[] answer) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer))) {
            return switch (in.readByte()) {
                case TrialRun.ANSWERED -> {
                    List<Double> values = new ArrayList<>();
                    for (int left = in.readInt(); left > 0; left--) {
                        values.add(in.readDouble());
                    }
                    yield values;
                }
                case TrialRun.NOT_FINITE -> throw new RefusedModel(Reason.TRIAL_NOT_FINITE);
                case TrialRun.DIFFERS -> throw new RefusedModel(Reason.TRIAL_DIFFERS, in.readDouble());
                default -> throw new RefusedModel(Reason.TRIAL_DIED);
            };
        } catch (IOException cutShort) {
            throw new RefusedModel(Reason.TRIAL_DIED);
        }
    }

    /** ND4J and OpenBLAS lie where JavaCPP has unpacked them for us, and are to compute there as they do here. */
    static JavaChild java() {
        List<Path> libraries = List.of(folder(Loader.class), folder(openblas_nolapack.class), folder(Nd4jCpu.class));
        String path = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options =
                List.of("-Xmx2g", "-Dorg.bytedeco.javacpp.pathsFirst=true", "-Djava.library.path=" + path);
        Map<String, String> environment = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().matches("(OPENBLAS|OMP)_[A-Z0-9_]+"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new JavaChild(options, libraries, environment, LIMITS);
    }

    private static Path folder(Class<?> library) {
        return Path.of(Loader.load(library))
                .toAbsolutePath()
                .resolveSibling(".")
                .normalize();
    }
}
