package br.com.redcheck.patient.rights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is kept of a patient as a zip on its way out: files one after the other, and at the end a FHIR R4 bundle of what has a form
 * there. Nothing of it is ever whole in memory.
 */
public final class PatientCopy implements AutoCloseable {
    private final ZipOutputStream zip;
    private final JsonMapper json;
    private final List<Map<String, Object>> resources = new ArrayList<>();

    PatientCopy(OutputStream out, JsonMapper json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.json = json;
    }

    /** Something that writes a file's bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Adds a file; its name identifies nobody. */
    public void file(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(zip);
        zip.closeEntry();
    }

    /** Adds a value as JSON, in a file of this name with the extension. */
    public void json(String name, Object value) throws IOException {
        byte[] text = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        file(name + ".json", out -> out.write(text));
    }

    /** Adds a FHIR R4 resource to the bundle. */
    public void resource(Map<String, Object> resource) {
        resources.add(resource);
    }

    @Override
    public void close() throws IOException {
        List<Map<String, Object>> entries = resources.stream()
                .map(resource ->
                        Map.<String, Object>of("fullUrl", "urn:uuid:" + resource.get("id"), "resource", resource))
                .toList();
        json("fhir-bundle", Map.of("resourceType", "Bundle", "type", "collection", "entry", entries));
        zip.close();
    }
}
