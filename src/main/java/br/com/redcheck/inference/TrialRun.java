package br.com.redcheck.inference;

import br.com.redcheck.model.KerasLimits;
import br.com.redcheck.model.KerasReader;
import br.com.redcheck.model.TrainedNetwork;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The process of a {@link Trial}. In comes the greatest value of the picture, whether a Lambda is pooling, the length of a file with layers
 * and that file, and the file with weights; out goes a byte that says how it went, and the answer.
 */
final class TrialRun {
    static final byte ANSWERED = 1;
    static final byte NOT_FINITE = 2;
    static final byte DIFFERS = 3;

    private TrialRun() {}

    /** Runs the network that comes in. */
    public static void main(String[] args) throws IOException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false)); // libraries may have something to say
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        double scale = in.readDouble();
        KerasReader reader = new KerasReader(KerasLimits.defaults(), in.readBoolean());
        byte[] architecture = in.readNBytes(in.readInt());
        byte[] weights = in.readAllBytes();
        TrainedNetwork network = architecture.length == 0 ? reader.read(weights) : reader.read(weights, architecture);
        answer(network, TrialPicture.of(network.input(), scale), out);
        out.flush();
    }

    private static void answer(TrainedNetwork network, Picture picture, DataOutputStream out) throws IOException {
        float[] plain = new PlainNetwork(network).answer(picture);
        double[] quick = quick(network, picture);
        double difference = 0;
        for (int i = 0; i < quick.length; i++) {
            difference = Math.max(difference, Math.abs(quick[i] - plain[i]) / Math.max(1, Math.abs(plain[i])));
        }
        if (!Double.isFinite(DoubleStream.of(quick).sum() + difference)) {
            out.writeByte(NOT_FINITE);
        } else if (difference > Trial.TOLERANCE) {
            out.writeByte(DIFFERS);
            out.writeDouble(difference);
        } else {
            out.writeByte(ANSWERED);
            out.writeInt(quick.length);
            for (double value : quick) {
                out.writeDouble(value);
            }
        }
    }

    private static double[] quick(TrainedNetwork network, Picture picture) {
        try (Engine engine = new Engine()) {
            return LoadedNetwork.of(engine, network)
                    .read(List.of(picture))
                    .get(0)
                    .probabilities();
        }
    }
}
