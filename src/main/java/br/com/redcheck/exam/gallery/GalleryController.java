package br.com.redcheck.exam.gallery;

import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The public's gallery. Nothing of it is kept by browsers: what is taken back is gone at once. */
@Controller
@RequestMapping("/gallery")
class GalleryController {
    private final Gallery gallery;
    private final GalleryDownload download;
    private final Citation citation;
    private final Places places;

    GalleryController(Gallery gallery, GalleryDownload download, Citation citation, Places places) {
        this.gallery = gallery;
        this.download = download;
        this.citation = citation;
        this.places = places;
    }

    @GetMapping
    String all(Model view) {
        view.addAttribute("publications", gallery.all());
        return "gallery/gallery";
    }

    @GetMapping("/exams.csv")
    void list(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        name(response, "covid-dicom-gallery.csv");
        download.list(response.getWriter());
    }

    @GetMapping("/{publication}")
    String one(@PathVariable String publication, Model view) {
        Publication found = gallery.find(PublicationId.parse(publication));
        view.addAttribute("publication", found);
        view.addAttribute("citation", citation.of(found));
        return "gallery/exam";
    }

    @GetMapping("/{publication}/picture.png")
    ResponseEntity<byte[]> picture(@PathVariable String publication) throws IOException {
        Publication found = gallery.find(PublicationId.parse(publication));
        try (InputStream picture = gallery.open(found.id(), found.preview())) {
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(CacheControl.noStore())
                    .body(picture.readAllBytes());
        }
    }

    @GetMapping("/{publication}/exam.zip")
    void exam(@PathVariable String publication, Locale language, HttpServletResponse response) throws IOException {
        Publication found = gallery.find(PublicationId.parse(publication));
        places.during(HeavyWork.DOWNLOAD, () -> send(found, language, response));
    }

    private void send(Publication found, Locale language, HttpServletResponse response) throws IOException {
        gallery.downloaded(found.id());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        name(response, "covid-dicom-" + found.id() + ".zip");
        download.exam(found, language, response.getOutputStream());
    }

    private static void name(HttpServletResponse response, String file) {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
    }
}
