package br.com.redcheck.dicom.decoder;

import br.com.redcheck.platform.child.Child;
import br.com.redcheck.platform.child.ContainmentContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The child that decodes pictures, had a stranger's file taken it over: a Java stands in its place. */
class DecoderContainmentTest extends ContainmentContract {
    private static final int SAMPLES = 2_048 * 2_048;

    @Override
    protected Child child(List<String> main) {
        Path java = Path.of(System.getProperty("java.home"));
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=16m",
                "-XX:ReservedCodeCacheSize=16m",
                "-XX:MaxDirectMemorySize=8g",
                "-XX:-UsePerfData",
                "-cp",
                testClasses().toString()));
        command.addAll(main);
        return new Child(
                command,
                Map.of("LD_LIBRARY_PATH", java.resolve("lib").toString()),
                List.of(java, testClasses()),
                IsolatedDecoder.limits(SAMPLES, SAMPLES));
    }
}
