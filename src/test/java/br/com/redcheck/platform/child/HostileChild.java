package br.com.redcheck.platform.child;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tries one thing that a broken decoder might be made to do, and says {@code did} if it could. */
final class HostileChild {
    private static final int PROCESSES = 400;
    private static final int BLOCK = 64 << 20;
    private static final int BLOCKS = 80;

    private HostileChild() {}

    /** @param args what to try, and with what */
    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "nothing" -> System.out.print("did");
            case "network" -> network(Integer.parseInt(args[1]));
            case "read" -> read(Path.of(args[1]));
            case "write" -> write(Stream.of(args).skip(1).map(Path::of).toList());
            case "fork" -> fork(args[1]);
            case "memory" -> memory();
            case "processor" -> processor();
            case "see" -> System.out.print(System.getenv());
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void network(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
            System.out.print("did");
        }
    }

    private static void read(Path secret) throws IOException {
        System.out.print(Files.readString(secret).isEmpty() ? "" : "did");
    }

    /** Anything that is left in any of the folders. */
    private static void write(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.write(folder.resolve("planted-by-child"), new byte[1 << 16]);
                System.out.print("did");
            } catch (IOException refused) {
                System.err.print(refused);
            }
        }
    }

    private static void fork(String seconds) throws IOException {
        List<Process> started = new ArrayList<>();
        try {
            while (started.size() < PROCESSES) {
                started.add(new ProcessBuilder("/bin/sleep", seconds).start());
            }
            System.out.print("did");
        } finally {
            started.forEach(Process::destroy);
        }
    }

    private static void memory() {
        List<ByteBuffer> taken = new ArrayList<>();
        while (taken.size() < BLOCKS) {
            taken.add(ByteBuffer.allocateDirect(BLOCK));
        }
        System.out.print("did");
    }

    private static void processor() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        System.out.print("did");
    }
}
