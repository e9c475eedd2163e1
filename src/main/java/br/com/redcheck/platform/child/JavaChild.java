package br.com.redcheck.platform.child;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * A Java of its own, which sees our classes and libraries and nothing else of ours.
 *
 * @param options of that Java, such as {@code -Xmx384m}
 * @param files what it may read beside them
 * @param environment variables that it gets
 * @param limits what it may take; Java takes address space that it never fills
 */
public record JavaChild(List<String> options, List<Path> files, Map<String, String> environment, Limits limits) {
    /** Stands for those in which libraries would keep something, as PDFBox its list of fonts. */
    private static final String NO_FOLDER = "/nonexistent";

    /** A run of a class of ours that has a {@code main}. */
    public Child running(Class<?> main, String... arguments) {
        List<String> all = new ArrayList<>(entry(main));
        all.addAll(List.of(arguments));
        return running(all);
    }

    /** A run of whatever stands on a command line behind the class path. */
    public Child running(List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home")).toAbsolutePath();
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData", // which would be a file
                "-Djava.awt.headless=true",
                "-Duser.home=" + NO_FOLDER,
                "-Djava.io.tmpdir=" + NO_FOLDER,
                "-cp",
                classPath().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.addAll(arguments);
        List<Path> seen = new ArrayList<>(Stream.of(classPath(), librariesBeside(), files.stream())
                .flatMap(each -> each)
                .filter(Files::exists)
                .distinct()
                .toList());
        seen.add(java);
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("LD_LIBRARY_PATH", java.resolve("lib").toString());
        return new Child(command, variables, List.copyOf(seen), limits);
    }

    /** The jar; in development, all that is on the class path. The child starts in another folder than we did. */
    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize());
    }

    /** Where the jar was unpacked, it names libraries that lie in a folder of their own. */
    private static Stream<Path> librariesBeside() {
        URL library = Logger.class.getProtectionDomain().getCodeSource().getLocation();
        return library.getProtocol().equals("file")
                ? Stream.of(Path.of(URI.create(library.toString()))
                        .resolveSibling(".")
                        .normalize())
                : Stream.empty();
    }

    /** Inside the one jar that is shipped, classes and libraries are found by Spring Boot's launcher. */
    private static List<String> entry(Class<?> main) {
        boolean shipped = System.getProperty("java.class.path").indexOf(File.pathSeparatorChar) < 0
                && main.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getProtocol()
                        .equals("jar");
        return shipped
                ? List.of(
                        "-Dloader.main=" + main.getName(), "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(main.getName());
    }
}
