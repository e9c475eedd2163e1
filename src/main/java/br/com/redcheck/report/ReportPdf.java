package br.com.redcheck.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Prints reports as PDF/A-2b (ISO 19005-2): font and colours are within the file, so that it reads the same in twenty years. */
@Component
class ReportPdf {
    private final SpringTemplateEngine templates;
    private final String style;
    private final PaperFonts fonts = new PaperFonts();

    ReportPdf(SpringTemplateEngine templates, @Value("classpath:templates/report/report-pdf.css") Resource style)
            throws IOException {
        this.templates = templates;
        this.style = style.getContentAsString(StandardCharsets.UTF_8);
    }

    /** @throws Unprintable if it holds characters that no font of ours has */
    byte[] of(Sheet sheet) {
        String html = PaperText.of(templates.process(
                "report/report-pdf",
                new Context(
                        sheet.text().locale(), Map.of("sheet", sheet, "style", style, "sections", Section.values()))));
        List<Integer> unprintable = fonts.without(html);
        if (!unprintable.isEmpty()) {
            throw new Unprintable(unprintable);
        }
        return printed(html);
    }

    private byte[] printed(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder printer = new PdfRendererBuilder();
            fonts.use(printer);
            printer.useUnicodeLineBreaker(new PaperLines())
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
