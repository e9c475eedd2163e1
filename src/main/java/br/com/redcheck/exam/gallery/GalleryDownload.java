package br.com.redcheck.exam.gallery;

import br.com.redcheck.exam.worklist.CsvLine;
import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is handed out of the gallery: a list as CSV, an exam as a zip of DICOM files with its own line of the list and its licence. */
@Component
class GalleryDownload {
    private static final CsvLine HEADER = CsvLine.of(
            "exam", "modality", "sex", "age_from", "age_to", "label", "images", "licence", "published_on", "citation");
    private static final CsvLine FILES = CsvLine.of("file", "frames", "bytes", "sha256");

    private final Gallery gallery;
    private final Citation citation;
    private final Messages messages;

    GalleryDownload(Gallery gallery, Citation citation, Messages messages) {
        this.gallery = gallery;
        this.citation = citation;
        this.messages = messages;
    }

    void list(Writer out) throws IOException {
        out.write(list(gallery.all()));
    }

    /** Nothing of it is ever whole in memory but one image. */
    void exam(Publication publication, Locale language, OutputStream out) throws IOException {
        List<PublishedImage> images = gallery.images(publication.id());
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            text(zip, "exam.csv", list(List.of(publication)));
            text(zip, "files.csv", files(images));
            text(
                    zip,
                    "LICENCE.txt",
                    messages.text(
                            language,
                            "gallery.licence.text",
                            publication.licence().written(),
                            publication.licence().address(),
                            citation.of(publication)));
            for (PublishedImage image : images) {
                zip.putNextEntry(new ZipEntry(name(image)));
                try (InputStream copy = gallery.open(publication.id(), image.blob())) {
                    copy.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private String list(List<Publication> publications) {
        StringBuilder lines = new StringBuilder(HEADER.toString());
        publications.forEach(publication -> lines.append(line(publication)));
        return lines.toString();
    }

    private CsvLine line(Publication publication) {
        return CsvLine.of(
                publication.id().toString(),
                publication.modality(),
                orEmpty(publication.sex()),
                orEmpty(publication.ageFrom()),
                orEmpty(publication.ageTo()),
                publication.truth().name(),
                Integer.toString(publication.images()),
                publication.licence().written(),
                Citation.publishedOn(publication).toString(),
                citation.of(publication));
    }

    private static String files(List<PublishedImage> images) {
        StringBuilder lines = new StringBuilder(FILES.toString());
        images.forEach(image -> lines.append(CsvLine.of(
                name(image), Integer.toString(image.frames()), Long.toString(image.bytes()), image.sha256())));
        return lines.toString();
    }

    private static String name(PublishedImage image) {
        return "images/%04d.dcm".formatted(image.number());
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String orEmpty(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("");
    }
}
