package br.com.redcheck;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has {@code model check --try} look at Keras files that were changed at random. Argument: how many. Fails, and says where the file lies,
 * if one takes longer than 20 s, prints a stack trace, ends in another way than the documentation says, or ends this process.
 */
final class MutatedNetworksBench {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LARGEST = 200_000;
    private static final Set<Integer> DOCUMENTED = Set.of(0, 2);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file = Files.createTempDirectory("covid-dicom-mutated").resolve("network.h5");
    private final Map<String, Integer> told = new TreeMap<>();

    private MutatedNetworksBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        new MutatedNetworksBench().run(Integer.parseInt(args[0]), watch);
        watch.shutdown();
    }

    private void run(int files, ScheduledExecutorService watch) throws IOException {
        List<byte[]> seeds = seeds();
        for (int i = 0; i < files; i++) {
            Files.write(file, new Mutations(i).of(seeds));
            ScheduledFuture<?> late =
                    watch.schedule(() -> fail("more than " + LONGEST), LONGEST.toSeconds(), TimeUnit.SECONDS);
            check();
            late.cancel(false);
            if ((i + 1) % 100 == 0) {
                System.out.printf("%d files, %s%n", i + 1, told);
            }
        }
    }

    private void check() {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = CovidDicomApplication.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute("model", "check", file.toString(), "--try", "--json");
        String said = out.toString() + errors;
        if (!DOCUMENTED.contains(code) || said.contains("\tat ") || said.contains("Exception")) {
            fail("exit code " + code + ": " + said);
        }
        JsonNode reason = JSON.readTree(out.toString()).path("refused");
        told.merge(reason.isMissingNode() ? "taken" : reason.asString().split("[.:]", 2)[0], 1, Integer::sum);
    }

    private void fail(String how) {
        System.out.println(how + "\nThe file lies in " + file);
        Runtime.getRuntime().halt(1);
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/h5"))) {
            for (Path path : files.filter(each -> each.toString().endsWith(".h5"))
                    .sorted()
                    .toList()) {
                if (Files.size(path) > 0 && Files.size(path) < LARGEST) {
                    seeds.add(Files.readAllBytes(path));
                }
            }
        }
        return seeds;
    }
}
