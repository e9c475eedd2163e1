package br.com.redcheck.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Networks in a folder outside the product: copies of the one for films under other names. */
public final class FurtherNetworks {
    private static final Path FILMS = Path.of("models/vgg16-cam-cxr/0.1.0");

    private FurtherNetworks() {}

    /** Puts a copy into a folder, where its own folder is returned. */
    public static Path copy(Path folder, String name, String version) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name).resolve(version));
        try (Stream<Path> files = Files.list(FILMS)) {
            for (Path file : files.filter(each -> !each.endsWith("golden.json")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path card = copy.resolve("card.json");
        Files.writeString(
                card,
                Files.readString(card)
                        .replace("\"vgg16-cam-cxr\"", "\"" + name + "\"")
                        .replaceFirst("\"version\": *\"[^\"]*\"", "\"version\": \"" + version + "\""));
        return copy;
    }
}
