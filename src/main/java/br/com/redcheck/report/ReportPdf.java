package br.com.redcheck.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Prints reports as PDF/A-2b (ISO 19005-2): font and colours are within the file, so that it reads the same in twenty years. */
@Component
class ReportPdf {
    /** Comes with PDFBox; the licence (SIL OFL) allows embedding. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final SpringTemplateEngine templates;
    private final String style;

    ReportPdf(SpringTemplateEngine templates, @Value("classpath:templates/report/report-pdf.css") Resource style)
            throws IOException {
        this.templates = templates;
        this.style = style.getContentAsString(StandardCharsets.UTF_8);
    }

    byte[] of(Sheet sheet) {
        String html = templates.process(
                "report/report-pdf",
                new Context(
                        sheet.text().locale(), Map.of("sheet", sheet, "style", style, "sections", Section.values())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> ReportPdf.class.getResourceAsStream(FONT), "Liberation Sans")
                    .usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .withProducer("covid-dicom")
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
