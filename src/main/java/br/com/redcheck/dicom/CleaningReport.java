package br.com.redcheck.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the report on what became of files.
 *
 * @param input the file; {@code a.zip!entry} within an archive
 * @param output where the cleaned object lies under the folder
 * @param reason why there is none
 * @param actions elements by the code of what befell them
 */
record CleaningReport(
        String input,
        Optional<Path> output,
        Status status,
        Optional<String> reason,
        Map<String, Integer> actions,
        List<Mask> masks) {
    enum Status {
        DEIDENTIFIED,
        REFUSED,
        ASIDE
    }

    static CleaningReport deidentified(String input, Path output, Cleaned cleaned) {
        Map<String, Integer> actions = cleaned.counts().entrySet().stream()
                .collect(Collectors.toMap(
                        count -> count.getKey().code(), Map.Entry::getValue, Integer::sum, TreeMap::new));
        return new CleaningReport(
                input, Optional.of(output), Status.DEIDENTIFIED, Optional.empty(), actions, cleaned.masks());
    }

    static CleaningReport refused(String input, String reason) {
        return without(input, Status.REFUSED, reason);
    }

    static CleaningReport aside(String input, String reason) {
        return without(input, Status.ASIDE, reason);
    }

    private static CleaningReport without(String input, Status status, String reason) {
        return new CleaningReport(input, Optional.empty(), status, Optional.of(reason), Map.of(), List.of());
    }

    String json() {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("input", input);
        line.put(
                "output", output.map(path -> path.toString().replace('\\', '/')).orElse(null));
        line.put("status", status.name().toLowerCase(Locale.ROOT));
        line.put("reason", reason.orElse(null));
        actions.forEach(line.putObject("actions")::put);
        ArrayNode rectangles = line.putArray("masks");
        for (Mask mask : masks) {
            rectangles
                    .addObject()
                    .put("frame", mask.frame())
                    .put("x", mask.x())
                    .put("y", mask.y())
                    .put("width", mask.width())
                    .put("height", mask.height());
        }
        return line.toString();
    }
}
