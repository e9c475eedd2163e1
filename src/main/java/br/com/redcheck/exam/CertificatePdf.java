package br.com.redcheck.exam;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A certificate as PDF, with its font inside so that it reads the same in twenty years. */
@Component
class CertificatePdf {
    /** Comes with PDFBox; the licence (SIL OFL) allows embedding. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final SpringTemplateEngine templates;
    private final String style;

    CertificatePdf(
            SpringTemplateEngine templates, @Value("classpath:templates/exam/certificate-pdf.css") Resource style)
            throws IOException {
        this.templates = templates;
        this.style = style.getContentAsString(StandardCharsets.UTF_8);
    }

    byte[] of(Certificate certificate, Locale language) {
        String html = templates.process(
                "exam/certificate-pdf", new Context(language, Map.of("certificate", certificate, "style", style)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> CertificatePdf.class.getResourceAsStream(FONT), "Liberation Sans")
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
